using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Cpd;

public sealed record CpdEntryNotFound() : Refusal("cpd-entry-not-found", "We cannot find that entry in your CPD record");

public sealed record CpdChangedMeanwhile() : Refusal("cpd-changed", "This entry was changed in another window. What you typed is still below: compare it with what is saved, then save again.");

public sealed record CpdNotReady() : Refusal("cpd-not-ready", "Only an entry that is ready can be marked as copied. Say what you learnt and what it changes, and save it as ready.");

public sealed record NoSuchOffer() : Refusal("cpd-offer-not-found", "That is not among what we can offer for your record. You can still add it in your own words.");

public sealed record ChecklistUnknown() : Refusal("checklist-not-found", "Choose one of the checklists");
