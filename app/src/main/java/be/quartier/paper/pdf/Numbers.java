package be.quartier.paper.pdf;

/** Numbers as PDF writes them: at most three decimals, no exponent, a space behind. */
final class Numbers {

    private Numbers() {}

    static void append(StringBuilder out, double number) {
        long thousandths = Math.round(number * 1000);
        if (thousandths < 0) {
            out.append('-');
            thousandths = -thousandths;
        }
        out.append(thousandths / 1000);
        int rest = (int) (thousandths % 1000);
        if (rest != 0) {
            out.append('.').append((char) ('0' + rest / 100));
            if (rest % 100 != 0) {
                out.append((char) ('0' + rest / 10 % 10));
                if (rest % 10 != 0) {
                    out.append((char) ('0' + rest % 10));
                }
            }
        }
        out.append(' ');
    }
}
