using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Demo;

namespace BetterTogether.Learning.Web.Tests.Demo;

/// <summary>What the demo is made of, on every day it may be made: weekdays, ends of months, clock changes, Christmas, a Learning Wednesday itself.</summary>
public sealed class DemoDataTests
{
    private static readonly DateTime SummerNightUtc = new(2026, 7, 1, 23, 30, 0, DateTimeKind.Utc);

    /// <summary>A year, and the month before a New Year's Day that is a first Wednesday.</summary>
    public static IEnumerable<object[]> Months => Enumerable.Range(1, 12).Select(month => new object[] { 2027, month }).Append([2024, 12]);

    [Theory, MemberData(nameof(Months))]
    public void There_is_always_a_next_Learning_Wednesday_with_two_slots_ahead(int year, int month)
    {
        foreach (var nowUtc in Moments(year, month))
        {
            var data = DemoData.At(nowUtc);
            var ahead = Published(data).Where(s => s.Kind == SessionKind.LearningWednesday && s.EndsAtUtc > nowUtc).ToList();
            var day = ahead.Min(s => s.Slot!.Day);
            var next = ahead.Where(s => s.Slot!.Day == day).ToList();

            Assert.True(next.All(s => s.StartsAtUtc > nowUtc), $"{nowUtc:u}: the next day {day} has begun");
            Assert.True(next.Select(s => s.Slot!.Slot).Distinct().Count() >= 2, $"{nowUtc:u}: {day} has too few slots");
            Assert.True(day is { DayOfWeek: DayOfWeek.Wednesday, Day: <= 7, Month: not 8 } && !day.IsBankHoliday(), $"{nowUtc:u}: {day}");
            Assert.Contains(next, s => s.PlacesFree == 0 && s.Held == s.Capacity && s.Waiting == 4);
            Assert.All(next.GroupBy(s => s.Slot!.Slot), slot => Assert.Contains(slot, s => s.PlacesFree > 0));
            Assert.DoesNotContain(Of(data, "worker1"), b => next.Any(s => s.Id == b.SessionId));
        }
    }

    [Theory, MemberData(nameof(Months))]
    public void The_people_of_the_tour_have_their_bookings(int year, int month)
    {
        foreach (var nowUtc in Moments(year, month, every: 5))
        {
            var data = DemoData.At(nowUtc);
            foreach (var who in new[] { "worker1", "manager", "facilitator" })
            {
                Assert.True(Ahead(data, who, nowUtc).Count(b => b.Status == BookingStatus.Confirmed) == 1, $"{nowUtc:u}: {who}");
            }
            var offered = Assert.Single(data.Bookings, b => b.Status == BookingStatus.Offered);
            Assert.Equal(Person(data, "worker3").Id, offered.PersonId);
            Assert.True(offered.OfferedUntilUtc > nowUtc.AddHours(4), $"{nowUtc:u}: the offer ends {offered.OfferedUntilUtc:u}");
            foreach (var who in new[] { "worker1", "worker2" })
            {
                var attended = data.Attendances.Count(a => a.State == AttendanceState.Attended && Of(data, who).Any(b => b.Id == a.BookingId));
                Assert.True(attended >= 2, $"{nowUtc:u}: {who} attended {attended}");
            }
        }
    }

    [Theory, MemberData(nameof(Months))]
    public void Nothing_is_half_way_and_nobody_is_in_two_rooms(int year, int month)
    {
        foreach (var nowUtc in Moments(year, month, every: 5))
        {
            var data = DemoData.At(nowUtc);
            Assert.DoesNotContain(Published(data).SelectMany(s => s.Dates), d => d.StartsAtUtc <= nowUtc && d.EndsAtUtc > nowUtc);
            Assert.DoesNotContain(data.Sessions, s => s.StartsAtUtc <= nowUtc && s.Waiting > 0);
            Assert.DoesNotContain(data.Bookings, b => b.BookedAtUtc > nowUtc || b.EndedAtUtc > nowUtc);
            Assert.DoesNotContain(data.Attendances, a => a.MarkedAtUtc > nowUtc);
            Assert.All(Published(data), s => Assert.NotEmpty(s.Trainers));
            var dates = data.Sessions.ToDictionary(s => s.Id, s => s.Dates);
            var mine = data.Bookings.Where(b => b.IsLive).Select(b => (b.PersonId, b.SessionId))
                .Concat(data.Sessions.SelectMany(s => s.Trainers.Select(t => (t.PersonId, SessionId: s.Id)))).ToLookup(x => x.PersonId, x => x.SessionId);
            foreach (var periods in mine.Select(person => person.SelectMany(id => dates[id]).Select(d => d.Period).OrderBy(p => p.StartsAtUtc).ToList()))
            {
                Assert.DoesNotContain(periods.Zip(periods.Skip(1)), pair => pair.First.Overlaps(pair.Second));
            }
        }
    }

    // The first hours of a year, of the reviews' year and of a registration year, their last ones, and the nights in which the clocks change.
    [Theory]
    [InlineData("2026-12-31 22:00")]
    [InlineData("2027-03-27 22:00")]
    [InlineData("2027-03-31 22:00")]
    [InlineData("2027-05-31 22:00")]
    [InlineData("2027-10-30 22:00")]
    [InlineData("2027-11-30 22:00")]
    [InlineData("2028-02-28 22:00")]
    public void It_can_be_made_at_every_hour_of_a_night_in_which_something_turns(string evening)
    {
        for (var nowUtc = A.London(evening); nowUtc < A.London(evening).AddHours(16); nowUtc = nowUtc.AddMinutes(30)) { Assert.NotEmpty(DemoData.At(nowUtc).Bookings); }
    }

    [Fact]
    public void Everybody_of_the_seam_is_there()
    {
        var people = DemoData.At(SummerNightUtc).People;

        Assert.Equal(304, people.Count);
        Assert.Equal(Roles.LearningDesk, people.Single(p => p.Email == "desk@demo.example").Roles);
        Assert.Equal(Roles.Administrator, people.Single(p => p.Email == "admin@demo.example").Roles);
        Assert.Equal(Roles.Facilitator, people.Single(p => p.Email == "facilitator@demo.example").Roles);
        var manager = people.Single(p => p.Email == "manager@demo.example");
        Assert.Equal(
            Enumerable.Range(1, 20).Select(n => $"worker{n}@demo.example").Order(StringComparer.Ordinal),
            people.Where(p => p.ManagerId == manager.Id).Select(p => p.Email).Order(StringComparer.Ordinal));
        Assert.All(Enumerable.Range(1, 300), n => Assert.Contains(people, p => p.Email == $"worker{n}@demo.example" && p.IsHere(SummerNightUtc.AddDays(60))));
        Assert.Equal(304, people.Select(p => p.Name).Distinct().Count());
        Assert.Equal(12, people.Count(p => p.Roles.HasFlag(Roles.Facilitator)));
        Assert.All(Enum.GetValues<Employment>(), kind => Assert.Contains(people, p => p.Employment == kind));
    }

    [Fact]
    public void The_last_months_of_the_series_still_have_topics_to_be_agreed()
    {
        var series = DemoData.At(SummerNightUtc).Sessions.Where(s => s.Slot is not null).OrderBy(s => s.StartsAtUtc).ToList();

        Assert.All(series[^6..], s => Assert.Equal((SessionStatus.Draft, "Topic to be agreed"), (s.Status, s.TitleOrSlot)));
        Assert.DoesNotContain(series, s => s.Slot!.Day.Month == 8);
    }

    [Fact]
    public void Every_kind_of_session_is_behind_and_ahead()
    {
        var published = Published(DemoData.At(SummerNightUtc));

        foreach (var kind in Enum.GetValues<SessionKind>())
        {
            Assert.Contains(published, s => s.Kind == kind && s.EndsAtUtc < SummerNightUtc);
            Assert.Contains(published, s => s.Kind == kind && s.StartsAtUtc > SummerNightUtc);
        }
        Assert.Contains(published, s => s.Visibility == Visibility.Private && s.StartsAtUtc > SummerNightUtc);
    }

    /// <summary>Days of a month, by turns just after midnight, between and after slots, and just before midnight.</summary>
    private static IEnumerable<DateTime> Moments(int year, int month, int every = 1)
    {
        TimeOnly[] times = [new(0, 1), new(11, 40), new(14, 15), new(23, 59)];
        return Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Where(day => day % every == 1 % every).Select(day => new DateOnly(year, month, day).ToUtc(times[day % times.Length]));
    }

    private static List<Session> Published(DemoData data) => [.. data.Sessions.Where(s => s.Status == SessionStatus.Published)];

    private static Person Person(DemoData data, string name) => data.People.Single(p => p.Email == $"{name}@demo.example");

    private static IEnumerable<Booking> Of(DemoData data, string name)
    {
        var id = Person(data, name).Id;
        return data.Bookings.Where(b => b.PersonId == id);
    }

    private static List<Booking> Ahead(DemoData data, string name, DateTime nowUtc)
    {
        var ahead = data.Sessions.Where(s => s.StartsAtUtc > nowUtc).Select(s => s.Id).ToHashSet();
        return [.. Of(data, name).Where(b => ahead.Contains(b.SessionId))];
    }
}
