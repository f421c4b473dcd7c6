using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace BetterTogether.Learning.Domain.Tests.Objectives;

/// <summary>Whatever people set, note and carry in whatever order through the years, what comes from what is a forest.</summary>
public sealed class CarryOverTests
{
    private static readonly Guid Me = A.PersonId();

    private static readonly Gen<(int Verb, int Number)> Step = from verb in Gen.Choose(0, 5) from number in Gen.Choose(0, 1000) select (verb, number);

    [Fact]
    public void Each_has_one_predecessor_at_most_of_an_earlier_year_and_one_successor() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(120),
        Prop.ForAll(Arb.From(Step.ListOf()), steps =>
        {
            var (all, lines, nowUtc) = (new List<Objective>(), new List<ObjectiveEntry>(), A.Now);
            foreach (var (verb, number) in steps)
            {
                var one = all.Count == 0 ? null : all[number % all.Count];
                switch (verb)
                {
                    case 0: all.Add(Objective.Set(Me, new((ObjectiveKind)(number % 3), $"Objective {all.Count}"), nowUtc).Value); break;
                    case 1: nowUtc = nowUtc.AddDays(number % 200); break;
                    case 2 when one?.Note((ObjectiveStatus)(number % 5), "a note", Me, nowUtc) is { Refusal: null } noted: lines.Add(noted.Value); break;
                    case >= 3 when one?.Carry(one.ToCarry(nowUtc.ToLondonDate()), nowUtc) is { Refusal: null } carried:
                        all.Add(carried.Value.Next);
                        lines.Add(carried.Value.Entry);
                        break;
                }
            }
            var byId = all.ToDictionary(o => o.Id);
            Assert.All(all.Where(o => o.CarriedFromId is not null), o => Assert.True(byId[o.CarriedFromId!.Value].Year < o.Year && byId[o.CarriedFromId.Value].Kind == o.Kind));
            Assert.All(all.Where(o => o.CarriedFromId is not null).GroupBy(o => o.CarriedFromId), g => Assert.Single(g));
            Assert.All(all, o => Assert.Equal(o.CarriedAtUtc is not null, all.Any(n => n.CarriedFromId == o.Id)));
            foreach (var history in lines.GroupBy(l => l.ObjectiveId))
            {
                Assert.Equal(Enumerable.Range(1, byId[history.Key].Entries), history.Select(l => l.Number));
                Assert.Equal(byId[history.Key].Status, history.Last().Status);
            }
        }));
}
