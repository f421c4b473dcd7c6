using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>Also what somebody hears whose review it is not.</summary>
public sealed record ReviewNotFound() : Refusal("review-not-found", "There is no review here that you take part in. If your line manager has changed, it is with the new one.");

public sealed record CycleNotFound() : Refusal("cycle-not-found", "We cannot find that year. Choose one from the list.");

public sealed record CycleHasOpened() : Refusal("cycle-opened", "The reviews have begun, so the day they opened can no longer change", nameof(Cycle.Opens));

public sealed record CycleOverlaps() : Refusal("cycle-overlaps", "Another year is open on some of these days. Choose days that no other year has.", nameof(Cycle.Opens));

public sealed record CycleLabelTaken() : Refusal("label-taken", "There is a year with this name already. Choose another name, or change that one.", nameof(Cycle.Label));

public sealed record NotShared() : Refusal("not-shared", "The outcome comes after the preparation: one of you shares theirs first");

public sealed record NothingWritten() : Refusal("nothing-written", "Write down together what came of it first.", nameof(Review.Outcome));
public sealed record NothingToConfirm() : Refusal("no-outcome", "There is nothing to confirm yet. Write down together what came of it first.");

public sealed record ReviewComplete() : Refusal("review-complete", "Both of you have confirmed this, so it is locked. Reopen it to change something.");

public sealed record NotComplete() : Refusal("not-complete", "Only what both have confirmed can be reopened or recorded. This is still open.");

public sealed record HeldInFuture() : Invalid("held-in-future", "The day you talked cannot be in the future. For a day to come, plan the conversation.", "HeldOn");

public sealed record HeldMissing() : Invalid("held-missing", "Enter the day you talked", "HeldOn");

/// <summary>What is typed never takes back what somebody has confirmed; what is saved does, and whoever saves knows.</summary>
public sealed record ConfirmedAsItWas() : Refusal("outcome-confirmed", "The text has been confirmed as it was, so what you type is no longer saved by itself. It is still here. If it is to change, press Save: that takes the confirmation back, and both of you confirm anew.");

public sealed record MidYearNotYet() : Refusal("mid-year-not-yet", "The talk half-way comes in October. There is nothing to note of it yet.");

public sealed record MidYearMissing() : Invalid("mid-year-missing", "Write down what has changed. If it is nothing, say so.", "MidYear");

/// <summary>Two people wrote at once, or somebody looks at an older text. Both texts come along: neither is lost.</summary>
/// <param name="Mine">What was just typed; null where nothing was.</param>
public sealed record OutcomeChanged(string? Mine, string Theirs, int Version)
    : Refusal("outcome-changed", "The other of you has changed the text since you opened it. Both texts are below: put them together and save again.", "Outcome");

public sealed record PreparationChanged(string Mine, string Theirs, int Version)
    : Refusal("preparation-changed", "You have changed this in another window. Both texts are below: put them together and save again.", "Preparation");

/// <summary>The page belongs to somebody else than who is signed in now: their words must not be saved as another's.</summary>
public sealed record SomebodyElsesWords() : Refusal("somebody-else", "This was typed by somebody else than who is signed in now, so it was not saved. Sign in as the one who typed it.");

public sealed record NotSeconded() : Refusal("not-seconded", "Only the line manager at home comments here, while somebody is seconded");

public sealed record NoLineManager() : Refusal("no-line-manager", "Nobody is named as line manager, so there is nobody to review with. Put that right in the directory first.");
