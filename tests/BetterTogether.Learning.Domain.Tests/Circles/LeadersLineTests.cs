using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Circles;

/// <summary>A leader comes to listen: who may hold the circle, and who may sit among those who speak.</summary>
public sealed class LeadersLineTests
{
    private const string Holds = "facilitator-in-line";
    private const string Manages = "manager-among-participants";

    // A small directory: who stands above whom.
    private static readonly Dictionary<string, string> Line = new()
    {
        ["leader"] = "director", ["head"] = "leader", ["ana"] = "head", ["ben"] = "head", ["cleo"] = "other head", ["other head"] = "other leader", ["other leader"] = "director",
    };

    [Theory]
    [InlineData("cleo", null, "ana ben", null)] // from another line
    [InlineData("other leader", null, "ana ben", null)] // beside the leader, not above them
    [InlineData("head", null, "cleo", Holds)]
    [InlineData("ana", null, "ben cleo", Holds)] // two levels down
    [InlineData("director", null, "ana ben", Holds)] // above
    [InlineData("cleo", "ana", "ben", Holds)] // who co-facilitates may take over
    [InlineData("cleo", null, "ana head", Manages)]
    [InlineData("other leader", null, "ana director", Manages)] // further up is above, too
    [InlineData("other leader", null, "ana other_head", null)] // manages nobody here
    public void Nobody_speaks_in_front_of_their_own_line(string facilitator, string? coFacilitator, string participants, string? refusal)
    {
        var people = Seats(facilitator, coFacilitator, participants).ToList();

        Assert.Equal(refusal, Plan("leadersListening", people).Refusal?.Code);
        // Where no leader listens a manager speaks last, and that is all.
        Assert.Null(Plan("listening", [.. people.Where(p => p.Role != SeatRole.Listener)]).Refusal);
    }

    [Fact]
    public void Nor_does_anybody_come_to_be_there_later()
    {
        var circle = Plan("leadersListening", [.. Seats("cleo", null, "ana ben")]).Value;

        Assert.Equal(Holds, circle.Replan(Of("leadersListening", [.. Seats("head", null, "ana ben")]), A.Now).Refusal?.Code);
        Assert.Equal(Manages, circle.Admit(Seat("head"), A.Now).Refusal?.Code);
        Assert.Equal(Holds, circle.Act(Id("cleo"), new CircleCommand.MakeCoFacilitator("s3") { Id = "a" }, A.Now).Refusal?.Code);
        Assert.Equal(4, circle.State.Seats.Count);
        Assert.Null(circle.Admit(Seat("other head"), A.Now).Refusal);
    }

    [Theory]
    [InlineData("ana", "head", "Head manages Ana")]
    [InlineData("cleo", "head ana ben", "Head manages Ana, and both take part; Head manages Ben")] // beside each other, and not in the plan at all
    [InlineData("head", "ana", "Head manages Ana")]
    [InlineData("ana", "ben cleo", null)]
    public void A_plan_is_refused_for_those_who_have_a_place_and_will_sit_there(string planned, string booked, string? said)
    {
        var usual = Plan("listening", [Seat("other leader", SeatRole.Facilitator)]).Value;
        var plan = Of("leadersListening", [.. Seats("other leader", null, planned)]) with { Coming = [.. booked.Split(' ').Select(name => Seat(name))] };

        var refusal = usual.Replan(plan, A.Now).Refusal;

        Assert.Equal(said is null ? null : "line-among-those-booked", refusal?.Code);
        Assert.Contains(said ?? "", refusal?.Message ?? "", StringComparison.OrdinalIgnoreCase);
        // Where no leader listens nobody asks.
        Assert.Null(usual.Replan(plan with { Participants = [Seat("other leader", SeatRole.Facilitator), Seat(planned)] }, A.Now).Refusal);
    }

    [Fact]
    public void Who_is_above_somebody_is_kept_only_where_a_leader_listens()
    {
        var (led, unled) = (Plan("leadersListening", [.. Seats("cleo", null, "ana")]).Value, Plan("listening", [Seat("cleo", SeatRole.Facilitator)]).Value);

        Assert.True(led.Admit(Seat("ben"), A.Now).Changed && unled.Admit(Seat("ben"), A.Now).Changed);

        Assert.NotNull(led.State.Seats[^1].Above);
        Assert.Null(unled.State.Seats[^1].Above);
    }

    [Fact]
    public void A_line_that_goes_round_in_a_circle_ends()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal([other], DirectoryRules.Above(one, new Dictionary<Guid, Guid?> { [one] = other, [other] = one }));
    }

    private static IEnumerable<Participant> Seats(string facilitator, string? coFacilitator, string participants) =>
    [
        Seat(facilitator, SeatRole.Facilitator), .. coFacilitator is null ? [] : new[] { Seat(coFacilitator, SeatRole.CoFacilitator) }, Seat("leader", SeatRole.Listener),
        .. participants.Split(' ').Select(name => Seat(name.Replace('_', ' '))),
    ];

    private static Participant Seat(string name, SeatRole role = SeatRole.Participant) =>
        new(Id(name), name, role, Above: [.. DirectoryRules.Above(Id(name), Line.ToDictionary(l => Id(l.Key), l => (Guid?)Id(l.Value)))]);

    private static Guid Id(string name) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    private static CirclePlan Of(string format, IReadOnlyList<Participant> people) => new(Ids.New(A.Now), "Team circle", CircleFormats.Find(format)!, 1, people);

    private static Result<Circle> Plan(string format, IReadOnlyList<Participant> people) => Circle.Plan(Of(format, people));
}
