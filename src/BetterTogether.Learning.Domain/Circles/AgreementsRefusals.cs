using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

public sealed record AgreementsMovedOn(int Number) : Refusal("agreements-moved-on", $"Somebody made version {Number} meanwhile. It is shown below; what you wrote is still in the form. Press again to put yours after it.", nameof(Agreements.Text));

public sealed record CheckInNotFound() : Refusal("check-in-not-found", "This check-in is over");

public sealed record QuestionNotFound() : Refusal("question-not-found", "This question is not in the bank any more");

public sealed record NoQuestions() : Refusal("no-questions", "The question bank is empty. The Learning Academy can add questions.");

public sealed record NotYourRecord() : Refusal("not-your-record", "Only whoever brought the question ticks this");

public sealed record AnswerNotFound() : Refusal("answer-not-found", "Nothing was asked of a leader in this circle");

public sealed record NotYourAnswer() : Refusal("not-your-answer", "The leader who listened writes this answer");

public sealed record AnswerAsked() : Refusal("answer-asked", "The themes of this circle were sent already");
