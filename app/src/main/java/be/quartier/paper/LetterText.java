package be.quartier.paper;

import be.quartier.commune.Language;
import be.quartier.pages.Formats;
import be.quartier.pages.Texts;
import java.util.ArrayList;
import java.util.List;

/** The sentences of a letter in its language. */
record LetterText(Texts texts, LetterContent content, Language language) {

    private static final int NAMES_IN_TITLE = 3;

    String t(String key, Object... args) {
        return texts.text(language, key, args);
    }

    LetterContent.Words words() {
        return content.in(language);
    }

    /** An amount without its cents where there are none: 100 €. */
    String amount(long cents) {
        return Amounts.brief(Formats.of(language), cents);
    }

    String date() {
        return t("paper.letter.date", words().commune(), content.date());
    }

    String title(Letter letter) {
        List<Letter.VoucherSlip> vouchers = letter.vouchers();
        long amount = vouchers.getFirst().amountCents();
        if (vouchers.stream().anyMatch(slip -> slip.amountCents() != amount)) {
            long sum =
                    vouchers.stream().mapToLong(Letter.VoucherSlip::amountCents).sum();
            return t("paper.letter.title.sum", vouchers.size(), amount(sum));
        }
        if (vouchers.size() > NAMES_IN_TITLE) {
            return t("paper.letter.title.many", vouchers.size(), amount(amount));
        }
        return t("paper.letter.title", vouchers.size(), amount(amount), names(vouchers));
    }

    private String names(List<Letter.VoucherSlip> vouchers) {
        String last = vouchers.getLast().bearer();
        if (vouchers.size() == 1) {
            return last;
        }
        String first = String.join(
                ", ",
                vouchers.stream()
                        .limit(vouchers.size() - 1L)
                        .map(Letter.VoucherSlip::bearer)
                        .toList());
        return t("paper.letter.and", first, last);
    }

    List<String> message(Letter letter) {
        Letter.VoucherSlip first = letter.vouchers().getFirst();
        List<String> message = new ArrayList<>(words().message());
        if (message.isEmpty()) {
            int count = letter.vouchers().size();
            message.add(t("paper.letter.message.1", words().commune(), amount(first.amountCents()), count));
        }
        message.add(t("paper.letter.message.2", first.until()));
        message.add(t("paper.letter.message.3"));
        return message;
    }

    String page(int page, int pages) {
        return t("paper.letter.page", page, pages);
    }
}
