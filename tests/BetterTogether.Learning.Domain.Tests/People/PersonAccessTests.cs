using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.People;

public sealed class PersonAccessTests
{
    private static readonly DateOnly Today = A.Now.ToLondonDate();

    private readonly Person manager = A.Person("manager@demo.example");
    private readonly Person host = A.Person("host@demo.example");
    private readonly Person standIn = A.Person("stand.in@demo.example");
    private readonly Person worker;

    public PersonAccessTests() => worker = A.Person("worker@demo.example", managedBy: manager.Id);

    [Fact]
    public void The_line_manager_leads_and_nobody_else()
    {
        Assert.Equal([worker], Led(manager));
        Assert.Empty(Led(host));
        Assert.Empty(Led(worker));
        Assert.Equal(manager.Id, PersonAccess.LeadOf(worker, worker.Id, [], Today));
    }

    [Theory, InlineData(-1, 1, true), InlineData(0, 0, true), InlineData(-9, -1, false), InlineData(1, 9, false)]
    public void While_seconded_the_host_leads_and_the_line_manager_does_not(int from, int until, bool seconded)
    {
        var post = Post(PostKind.Secondment, host, from, until);

        Assert.Equal(seconded, Led(host, [post]).Count > 0);
        Assert.Equal(!seconded, Led(manager, [post]).Count > 0);
        Assert.Equal(seconded ? host.Id : manager.Id, PersonAccess.LeadOf(worker, worker.Id, [post], Today));
    }

    [Fact]
    public void A_second_post_has_a_second_manager()
    {
        var post = Post(PostKind.Second, host, -30, null);

        Assert.Equal([worker], Led(host, [post]));
        Assert.Equal([worker], Led(manager, [post]));
        Assert.Equal((host.Id, manager.Id), (PersonAccess.LeadOf(worker, post.Id, [post], Today)!.Value, PersonAccess.LeadOf(worker, worker.Id, [post], Today)!.Value));
    }

    [Theory, InlineData(-1, 1, true), InlineData(0, 0, true), InlineData(1, 3, false)]
    public void Somebody_stands_in_for_as_long_as_agreed(int from, int until, bool leads)
    {
        var agreed = Delegation.Agree(manager.Id, standIn.Id, Today.AddDays(from), Today.AddDays(until), A.Now).Value;

        Assert.Equal(leads, Led(standIn, delegations: [agreed]).Count > 0);
        Assert.Equal([worker], Led(manager, delegations: [agreed]));
        agreed.End(A.Now);
        Assert.Empty(Led(standIn, delegations: [agreed]));
    }

    [Fact]
    public void Whoever_stands_in_for_their_own_manager_does_not_lead_themselves() =>
        Assert.Empty(Led(worker, delegations: [Delegation.Agree(manager.Id, worker.Id, Today, Today, A.Now).Value]));

    [Theory, InlineData(0, -1, "stand-in-dates"), InlineData(-5, -1, "stand-in-dates"), InlineData(0, 184, "stand-in-too-long"), InlineData(0, 183, null)]
    public void Standing_in_ends_and_not_too_late(int from, int until, string? refused) =>
        Assert.Equal(refused, Delegation.Agree(manager.Id, standIn.Id, Today.AddDays(from), Today.AddDays(until), A.Now).Refusal?.Code);

    private List<Person> Led(Person by, Post[]? posts = null, Delegation[]? delegations = null) => [.. PersonAccess.LedBy(
        new[] { manager, host, standIn, worker }.AsQueryable(), (posts ?? []).AsQueryable(), (delegations ?? []).AsQueryable(), by.Id, Today)];

    private Post Post(PostKind kind, Person manager, int from, int? until) =>
        new(A.PersonId(), worker.Id, kind, "Court team", manager.Id, Today.AddDays(from), until is { } days ? Today.AddDays(days) : null);
}
