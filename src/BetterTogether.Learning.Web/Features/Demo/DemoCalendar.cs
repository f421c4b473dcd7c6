using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>Days and times of the demo, counted from the London day of seeding.</summary>
internal sealed class DemoCalendar(DateTime nowUtc)
{
    public DateTime NowUtc { get; } = nowUtc;

    public DateOnly Today { get; } = nowUtc.ToLondonDate();

    /// <summary>A weekday some weeks from this one. A bank holiday, and the seeding day itself, give way to the next working day: nothing has begun and is not over yet.</summary>
    public DateOnly Day(int weeks, DayOfWeek weekday)
    {
        var monday = Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));
        var day = monday.AddDays(7 * weeks + (int)weekday - 1);
        while (day == Today || !day.IsWorkingDay()) { day = day.AddDays(1); }
        return day;
    }

    public static Period At(DateOnly day, double starts, double ends) => new(day.ToUtc(Clock(starts)), day.ToUtc(Clock(ends)));

    /// <summary>When a session was put into the programme: two months ahead of it, and well before the seeding day.</summary>
    public DateTime OpensUtc(DateTime startsAtUtc) => Earlier(startsAtUtc.AddDays(-60), NowUtc.AddDays(-10));

    /// <summary>When the last of its demo bookings was made.</summary>
    public DateTime LastBookingUtc(DateTime startsAtUtc) => Earlier(startsAtUtc.AddDays(-9), NowUtc.AddHours(-2));

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    private static TimeOnly Clock(double hours) => TimeOnly.FromTimeSpan(TimeSpan.FromHours(hours));
}
