package be.quartier.vouchers.reimbursements.web;

import be.quartier.bank.BankAnswer;
import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.DemoMode;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.web.PeopleNames;
import be.quartier.vouchers.reimbursements.AnswerEffect;
import be.quartier.vouchers.reimbursements.AnswerOutcome;
import be.quartier.vouchers.reimbursements.BankAnswers;
import be.quartier.vouchers.reimbursements.TakenAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The bank's files: finance sends them, and reads line by line what came of them. */
@Controller
@RequestMapping("/{commune}/vouchers/reimbursements/answers")
class AnswerPages {

    private static final int SHOWN = 50;

    private final BankAnswers answers;
    private final PeopleNames people;
    private final DemoMode demo;

    AnswerPages(BankAnswers answers, PeopleNames people, DemoMode demo) {
        this.answers = answers;
        this.people = people;
        this.demo = demo;
    }

    @GetMapping
    @Allows({Role.FINANCE, Role.AUDITOR})
    View list() {
        View.Shown page = page(Form.empty());
        return View.of(page.template(), page.params());
    }

    @PostMapping
    @Allows(Role.FINANCE)
    View take(
            Commune commune, Visitor visitor, Form form, @RequestParam(required = false) @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return refused(form.refuse("file", "reimbursements.answers.file.missing"));
        }
        if (file.getSize() > BankAnswer.BYTES_MAX) {
            return refused(form.refuse("file", "reimbursements.answers.file.too-large"));
        }
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return switch (answers.take(name, bytes(file), visitor.id())) {
            case TakenAnswer.Outcome.Read(TakenAnswer answer) -> View.redirect(path(commune, answer));
            case TakenAnswer.Outcome.Known(TakenAnswer answer) ->
                View.redirect(path(commune, answer), Flash.warning("reimbursements.answers.known"));
            case TakenAnswer.Outcome.Refused(BankAnswer.Why why) ->
                refused(form.refuse(
                        "file",
                        "reimbursements.answers.file."
                                + why.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        };
    }

    @GetMapping("/{id}")
    @Allows({Role.FINANCE, Role.AUDITOR})
    View show(@PathVariable UUID id) {
        TakenAnswer answer =
                answers.find(id).orElseThrow(() -> Problem.notFound().raised());
        var effects = answers.effects(id);
        return View.of(
                "vouchers/reimbursements/answer",
                Map.of(
                        "answer", answer,
                        "effects", effects,
                        "doubtful",
                                effects.stream()
                                        .map(AnswerEffect::outcome)
                                        .filter(AnswerOutcome.DOUBTFUL::equals)
                                        .count(),
                        "people", people));
    }

    private View refused(Form form) {
        View.Shown page = page(form);
        return View.refused(page.template(), page.params());
    }

    private View.Shown page(Form form) {
        return new View.Shown(
                "vouchers/reimbursements/answers",
                Map.of("answers", answers.newest(SHOWN), "people", people, "form", form, "demo", demo.on()),
                200);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String path(Commune commune, TakenAnswer answer) {
        return "/" + commune.slug() + "/vouchers/reimbursements/answers/" + answer.id();
    }
}
