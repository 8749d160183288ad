package cat.eset.notify.record;

import cat.eset.notify.error.NoticeRefusedException;
import cat.eset.notify.notice.Channel;
import java.util.Optional;

/**
 * How a person who was notified on paper wants to be notified from now on (contract enotum 5.8, {@code CanviCanal}). Keep
 * it: it is the consent and the address for what comes; it takes effect from the fifth working day (article 3.2 RD
 * 203/2021).
 *
 * @param channel the wish
 * @param email address for notices
 * @param phone phone for notices
 */
public record ChannelChange(Channel channel, Optional<String> email, Optional<String> phone) {

    /** To the electronic channel, with notices to this address. */
    public static ChannelChange toDigitalByEmail(String email) {
        return new ChannelChange(Channel.DIGITAL, Optional.of(email), Optional.empty());
    }

    /** Checks, before sending, that a change to the electronic channel has a contact (error 1042). */
    public ChannelChange requireContact() {
        if (channel.equals(Channel.DIGITAL) && email.isEmpty() && phone.isEmpty()) {
            throw NoticeRefusedException.of(1042, "a change to the digital channel needs an e-mail address or a phone");
        }
        return this;
    }

    /** Does not print the contacts. */
    @Override
    public String toString() {
        return "ChannelChange[" + channel + "]";
    }
}
