package cat.eset.core.expedient;

import cat.eset.core.document.DocumentId;

/** Something that keeps an expedient from closing (contract eset-model 4). */
public sealed interface Obstacle {

    /**
     * Work that is not done.
     *
     * @param step its number
     * @param title what it is
     */
    record OpenWork(int step, String title) implements Obstacle {
        @Override
        public String remedy() {
            return "finish or cancel step " + step;
        }

        /** Not its title, which may hold a person's name. */
        @Override
        public String toString() {
            return "OpenWork[" + step + "]";
        }
    }

    /**
     * A term that still runs.
     *
     * @param step its number
     * @param title what it is
     */
    record RunningTerm(int step, String title) implements Obstacle {
        @Override
        public String remedy() {
            return "wait for the term of step " + step + ", or end it by the event it waits for";
        }

        /** Not its title, which may hold a person's name. */
        @Override
        public String toString() {
            return "RunningTerm[" + step + "]";
        }
    }

    /**
     * A document that somebody has still to sign.
     *
     * @param document which
     */
    record InSignature(DocumentId document) implements Obstacle {
        @Override
        public String remedy() {
            return "get document " + document + " signed, or rejected";
        }
    }

    /**
     * A document that is still an attachment without type.
     *
     * @param document which
     */
    record Untyped(DocumentId document) implements Obstacle {
        @Override
        public String remedy() {
            return "give document " + document + " its real type";
        }
    }

    /**
     * A document that bears neither a signature nor a verification code (NTI document IV).
     *
     * @param document which
     */
    record Unprotected(DocumentId document) implements Obstacle {
        @Override
        public String remedy() {
            return "sign document " + document + ", or give it a verification code with ExpedientDesk.giveCode";
        }
    }

    /**
     * A document whose bytes or state are not in the store.
     *
     * @param document which
     */
    record Missing(DocumentId document) implements Obstacle {
        @Override
        public String remedy() {
            return "bring document " + document + " into the document store";
        }
    }

    /** There is no document to put in the index (contract eni 3). */
    record NoDocuments() implements Obstacle {
        @Override
        public String remedy() {
            return "incorporate the documents of the expedient";
        }
    }

    /**
     * A task that hangs from the expedient and is not done.
     *
     * @param task its identity
     */
    record OpenTask(String task) implements Obstacle {
        @Override
        public String remedy() {
            return "finish or cancel task " + task;
        }
    }

    /** What to do about it. */
    String remedy();
}
