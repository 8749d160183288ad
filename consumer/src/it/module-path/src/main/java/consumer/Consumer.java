package consumer;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;

/** Uses a little of every module, as any program of a vendor would. */
public final class Consumer {

    private Consumer() {}

    public static void main(String[] args) {
        TownHall elBruc = TownHall.of("Ajuntament del Bruc", Ine10.of("0802560003"), Dir3.of("L01080256"));
        System.out.println(elBruc.name() + ", operation " + OperationId.next());
    }
}
