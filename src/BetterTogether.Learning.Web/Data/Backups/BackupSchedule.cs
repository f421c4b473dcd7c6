using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Data.Backups;

/// <summary>When a nightly backup is due, computed from what is there: a night that was missed is due until it is made up for.</summary>
public static class BackupSchedule
{
    /// <param name="newestUtc">When the newest backup was made; null where there is none, which is due at once.</param>
    public static bool IsDue(DateTime? newestUtc, TimeOnly at, DateTime nowUtc) => newestUtc is null || newestUtc < LastUtc(at, nowUtc);

    public static DateTime NextUtc(TimeOnly at, DateTime nowUtc)
    {
        var today = nowUtc.ToLondonDate();
        return today.ToUtc(at) > nowUtc ? today.ToUtc(at) : today.AddDays(1).ToUtc(at);
    }

    private static DateTime LastUtc(TimeOnly at, DateTime nowUtc)
    {
        var today = nowUtc.ToLondonDate();
        return today.ToUtc(at) <= nowUtc ? today.ToUtc(at) : today.AddDays(-1).ToUtc(at);
    }
}
