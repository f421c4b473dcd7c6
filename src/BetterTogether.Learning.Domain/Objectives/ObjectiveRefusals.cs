using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Objectives;

public sealed record ObjectiveNotFound() : Refusal("objective-not-found", "We cannot find that objective");

/// <summary>Known to the reader, but only its own person may change it: a manager adds notes.</summary>
public sealed record NotYourObjective() : Refusal("not-your-objective", "Only the person whose objective it is can change this. You can add a note.");

public sealed record ObjectiveCarried() : Refusal("objective-carried", "This objective goes on in the next year's plan. Write there instead.");

public sealed record ObjectiveEnded() : Refusal("objective-ended", "This objective is done or stopped, so there is nothing to carry over");

public sealed record NotLastYears() : Refusal("not-last-years", "This objective belongs to this year's plan. It can be carried over once the next year begins on 1 April.");

public sealed record ObjectiveChangedMeanwhile() : Refusal("objective-changed", "This objective was changed in another window. What you typed is still below: compare it with what is saved, then save again.");

public sealed record AlreadyAdded() : Refusal("already-added", "This is already among what you did for this objective");

public sealed record NothingOfYours() : Refusal("nothing-of-yours", "We cannot find that among what you came to. Choose from the list, or write it in your own words.", "SourceId");
