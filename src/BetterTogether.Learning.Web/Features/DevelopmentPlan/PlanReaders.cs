using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <summary>What somebody is to a plan.</summary>
public enum PlanAccess
{
    None,

    /// <summary>Stands in for a line manager for a while.</summary>
    Delegate,
    Manager,
    Own,
}

/// <summary>Who may read a plan: its person, and whoever leads them today. A wellbeing objective is for the two alone, not for who stands in.</summary>
public static class PlanReaders
{
    public static PlanAccess Of(bool own, bool manages, bool leads) => own ? PlanAccess.Own : manages ? PlanAccess.Manager : leads ? PlanAccess.Delegate : PlanAccess.None;

    /// <param name="today">A London day.</param>
    public static async Task<PlanAccess> OfAsync(LearningDb db, Guid personId, Guid readerId, DateOnly today, CancellationToken cancel)
    {
        if (personId == readerId) { return PlanAccess.Own; }
        var (managed, led) = (db.ManagedBy(readerId, today), db.LedBy(readerId, today));
        var reader = await db.People.Where(p => p.Id == personId).Select(p => new { Manages = managed.Any(m => m.Id == p.Id), Leads = led.Any(l => l.Id == p.Id) }).SingleOrDefaultAsync(cancel);
        return Of(own: false, reader?.Manages == true, reader?.Leads == true);
    }

    public static bool Reads(this PlanAccess access, ObjectiveKind kind) =>
        access is PlanAccess.Own or PlanAccess.Manager || (access == PlanAccess.Delegate && kind != ObjectiveKind.Wellbeing);
}
