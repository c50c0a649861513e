package be.quartier.installation;

/** The installation cannot start or go on; the message is one clear sentence meant for the operator. */
public class InstallationRefused extends RuntimeException {

    /** @param sentence what is wrong and what to do, in English, without secrets */
    public InstallationRefused(String sentence) {
        super(sentence);
    }

    /** @param sentence what is wrong and what to do; {@code cause} is kept for the log only */
    public InstallationRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
