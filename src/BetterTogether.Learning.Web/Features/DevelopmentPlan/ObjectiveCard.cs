using BetterTogether.Learning.Domain.Objectives;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <summary>The model of _ObjectiveCard: an objective in its plan.</summary>
public sealed record ObjectiveCard(History History, PlanView Plan)
{
    public Objective Objective => History.Objective;
    public IReadOnlyList<BookedFor> Offered => Plan.IsMine && Objective.CarriedAtUtc is null ? [.. History.Offered] : [];
    public IReadOnlyList<BookedFor> Ahead => [.. History.Ahead(Plan.Today)];
    public int DoneCount => History.Evidence.Count();
}
