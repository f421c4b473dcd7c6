using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace BetterTogether.Learning.Domain.Tests.Bookings;

/// <summary>Whatever people and desk do, in whatever order, the counts are right and no place is lost or given twice.</summary>
public sealed class RandomWalkTests
{
    private static readonly Gen<Step> AnyStep =
        from verb in Gen.Frequency((6, Gen.Constant(Verb.Book)), (1, Gen.Constant(Verb.BookWithPriority)), (4, Gen.Constant(Verb.Cancel)), (4, Gen.Constant(Verb.Accept)),
            (3, Gen.Constant(Verb.Decline)), (3, Gen.Constant(Verb.Lapse)), (2, Gen.Constant(Verb.Resize)), (1, Gen.Constant(Verb.MoveDate)), (3, Gen.Constant(Verb.Wait)),
            (1, Gen.Constant(Verb.WaitUntilLate)))
        from number in Gen.Choose(0, 1000)
        select new Step(verb, number);

    private static readonly Arbitrary<Step[]> Walks = Arb.From(AnyStep.ListOf().Select(steps => steps.ToArray()), Shorter);

    private enum Verb { Book, BookWithPriority, Cancel, Accept, Decline, Lapse, Resize, MoveDate, Wait, WaitUntilLate }

    private sealed record Step(Verb Verb, int Number);

    [Fact]
    public void Whatever_happens_the_audit_holds_after_every_step() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(80),
        Prop.ForAll(Walks, Walk));

    [Fact]
    public void Calling_off_or_beginning_ends_every_walk_with_an_empty_line() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60),
        Prop.ForAll(Walks, steps =>
        {
            var places = Walked(steps);
            if (steps.Length % 2 == 0) { places.CallOff(); }
            else if (places.NowUtc < places.Session.StartsAtUtc) { places.NowUtc = places.Session.StartsAtUtc; }
            places.Lapse();
            Audit(places, steps);
            Assert.Empty(places.Line);
        }));

    private static void Walk(Step[] steps) => Walked(steps);

    private static Places Walked(Step[] steps)
    {
        var places = new Places(capacity: 2, people: 3);
        foreach (var step in steps)
        {
            var first = FirstWaiting(places);
            Take(step, places);
            Audit(places, steps);
            if (step.Verb is Verb.Cancel or Verb.Decline or Verb.Resize && first is { Status: BookingStatus.Waiting }) { NobodyWasPassedOver(places, first); }
        }
        return places;
    }

    private static void Take(Step step, Places places)
    {
        var (session, nth) = (places.Session, step.Number % Math.Max(1, places.All.Count));
        switch (step.Verb)
        {
            case Verb.Book or Verb.BookWithPriority when session.Status == SessionStatus.Published && !session.HasBegun(places.NowUtc): places.Book(step.Verb == Verb.BookWithPriority); break;
            case Verb.Cancel: places.Cancel(nth); break;
            case Verb.Accept: places.Accept(nth); break;
            case Verb.Decline: places.Decline(nth); break;
            case Verb.Lapse: places.Lapse(); break;
            case Verb.Resize: places.Resize(1 + step.Number % 6); break;
            case Verb.MoveDate: places.MoveTo(A.Start.AddDays(step.Number % 60 - 30)); break;
            case Verb.Wait: places.NowUtc = places.NowUtc.AddHours(step.Number % 60); break;
            case Verb.WaitUntilLate when places.NowUtc < session.StartsAtUtc.AddHours(-30): places.NowUtc = session.StartsAtUtc.AddHours(-30); break;
        }
    }

    private static void Audit(Places places, Step[] steps)
    {
        var (session, all) = (places.Session, places.All);
        int Count(BookingStatus status) => all.Count(b => b.Status == status);
        var toOne = all.Count(b => b is { Status: BookingStatus.Offered, OfferedToAll: false });
        var toAll = all.Count(b => b.OfferedToAll);
        var open = session.Status == SessionStatus.Published && !session.HasBegun(places.NowUtc);
        var wrong = new (string What, bool Wrong)[]
        {
            ("held more than there are", session.Held < 0 || session.Held > session.Capacity),
            ("held does not equal the rows", session.Held != Count(BookingStatus.Confirmed) + toOne + session.HeldForAll),
            ("waiting does not equal the rows", session.Waiting != Count(BookingStatus.Waiting)),
            ("more held for all than are asked", session.HeldForAll < 0 || session.HeldForAll > toAll),
            ("asked with nothing held", toAll > 0 && session.HeldForAll == 0),
            ("two live bookings of one person", all.Where(b => b.IsLive).GroupBy(b => b.PersonId).Any(g => g.Count() > 1)),
            ("waits while a place is free", open && session is { Waiting: > 0, Unheld: > 0 }),
            ("a ticket twice", all.Where(b => b.Ticket > 0).GroupBy(b => b.Ticket).Any(g => g.Count() > 1)),
            ("an offer without an end, or an end without an offer", all.Any(b => b.OfferedUntilUtc is null == (b.Status == BookingStatus.Offered))),
        };
        foreach (var (what, isWrong) in wrong) { Assert.False(isWrong, $"{what}, after {string.Join(" ", steps.Select(s => $"{s.Verb}:{s.Number}"))}"); }
    }

    private static Booking? FirstWaiting(Places places) =>
        places.All.Where(b => b.Status == BookingStatus.Waiting).OrderByDescending(b => b.Priority).ThenBy(b => b.Ticket).FirstOrDefault();

    // A freed place goes to the first in line: while they still wait, nobody was offered anything by this step.
    private static void NobodyWasPassedOver(Places places, Booking first) =>
        Assert.True(places.Last.Offered.Count == 0 || places.Last.Offered.Contains(first), "Somebody was passed over");

    private static IEnumerable<Step[]> Shorter(Step[] steps) => steps.Select((_, i) => steps.Where((_, j) => j != i).ToArray());
}
