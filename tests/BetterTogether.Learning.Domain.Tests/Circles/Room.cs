using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Circles;

/// <summary>A circle with people called by their number (0 facilitates) and a clock that moves only when told to.</summary>
internal sealed class Room
{
    private readonly Guid[] people;
    private int commands;

    public Room(string format = "listening", int people = 4, Func<Participant, int, Participant>? cast = null, DateTime? startsAtUtc = null) : this(CircleFormats.Find(format)!, people, cast, startsAtUtc) { }

    public Room(CircleFormat format, int people = 4, Func<Participant, int, Participant>? cast = null, DateTime? startsAtUtc = null)
    {
        this.people = [.. Enumerable.Range(0, people).Select(_ => A.PersonId())];
        Participant Person(int i)
        {
            var plain = new Participant(this.people[i], $"Person {i}", i == 0 ? SeatRole.Facilitator : SeatRole.Participant);
            return cast?.Invoke(plain, i) ?? plain;
        }
        Plan = new CirclePlan(Ids.New(A.Now), "Team circle", format, 3, [.. Enumerable.Range(0, people).Select(Person)], startsAtUtc);
        Circle = Circle.Plan(Plan).Value;
    }

    public CirclePlan Plan { get; }
    public Circle Circle { get; private set; }
    public DateTime NowUtc { get; set; } = A.Now;
    public CircleAnswer Last { get; private set; } = null!;
    public CircleState State => Circle.State;
    public Floor Floor => State.Floor;

    public Guid PersonId(int person) => people[person];

    public static string Seat(int person) => $"s{person + 1}";

    public static int Person(string seat) => int.Parse(seat[1..], System.Globalization.CultureInfo.InvariantCulture) - 1;

    /// <summary>The person who has the piece, or is offered it; null where it lies in the middle.</summary>
    public int? With => Floor.SeatId is { } seat ? Person(seat) : null;

    public string NextId() => $"c{++commands}";

    /// <summary>The refusal's code, or null where it was accepted.</summary>
    public string? Act(int person, CircleCommand command)
    {
        Last = Circle.Act(people[person], command, NowUtc);
        return Last.Refusal?.Code;
    }

    public string? Open() => Act(0, new CircleCommand.Open { Id = NextId() });
    public string? Consent(int person, int version = 3) => Act(person, new CircleCommand.Consent(version) { Id = NextId() });
    public string? Start(int person = 0) => Act(person, new CircleCommand.Start { Id = NextId() });
    public string? Offer(int to, int by = 0) => Act(by, new CircleCommand.Offer(Seat(to)) { Id = NextId() });
    public string? Accept(int person, string? turn = null) => Act(person, new CircleCommand.Accept { Id = NextId(), TurnId = turn ?? Floor.TurnId });
    public string? Release(int person, int? to = null, string? turn = null) => Act(person, new CircleCommand.Release(to is { } next ? Seat(next) : null) { Id = NextId(), TurnId = turn ?? Floor.TurnId });
    public string? Pass(int person) => Act(person, new CircleCommand.Pass { Id = NextId() });
    public string? Defer(int person) => Act(person, new CircleCommand.Defer { Id = NextId() });
    public string? Take(int person) => Act(person, new CircleCommand.Take { Id = NextId() });
    public string? Type(int person, string text) => Act(person, new CircleCommand.Type(text) { Id = NextId() });
    public string? Silence(int person) => Act(person, new CircleCommand.Silence { Id = NextId() });
    public string? Resume(int person) => Act(person, new CircleCommand.Resume { Id = NextId() });
    public string? Bell(int person) => Act(person, new CircleCommand.Bell { Id = NextId() });
    public string? MoveOn(int person = 0, string reason = "time") => Act(person, new CircleCommand.MoveOn(reason) { Id = NextId() });
    public string? Reorder(params int[] order) => Act(0, new CircleCommand.Reorder([.. order.Select(Seat)]) { Id = NextId() });
    public string? NextRound(int by = 0, string? prompt = null, int? stage = null, int? round = null) => Act(by, new CircleCommand.NextRound(prompt) { Id = NextId(), StageIndex = stage, Round = round });
    public string? NextStage(int by = 0, int? stage = null, int? round = null) => Act(by, new CircleCommand.NextStage { Id = NextId(), StageIndex = stage, Round = round });
    public string? Choose(string what, int by = 0, int? stage = null) => Act(by, new CircleCommand.Choose(what) { Id = NextId(), StageIndex = stage });
    public string? Pause(int by = 0) => Act(by, new CircleCommand.Pause { Id = NextId() });
    public string? Hold(int by = 0) => Act(by, new CircleCommand.Hold { Id = NextId() });
    public string? Close(bool confirmed = false, int by = 0) => Act(by, new CircleCommand.Close(confirmed) { Id = NextId() });
    public string? AskToLeave(int person, int by = 0) => Act(by, new CircleCommand.AskToLeave(Seat(person)) { Id = NextId() });
    public string? MakeCoFacilitator(int person, int by = 0) => Act(by, new CircleCommand.MakeCoFacilitator(Seat(person)) { Id = NextId() });
    public string? StepOut(int person) => Act(person, new CircleCommand.StepOut { Id = NextId() });
    public string? Return(int person) => Act(person, new CircleCommand.Return { Id = NextId() });
    public string? Tell(int person, MessageAbout about, string? to = null, string text = "Somebody is not safe") => Act(person, new CircleCommand.Tell(about, text, to) { Id = NextId() });

    public string? Seen(int person) => (Last = Circle.Seen(people[person], NowUtc)).Refusal?.Code;
    public string? Replan(CirclePlan plan) => (Last = Circle.Replan(plan, NowUtc)).Refusal?.Code;
    public bool Unseat(int person) => (Last = Circle.Unseat(people[person], NowUtc)).Changed;
    public string? Gone(int person) => (Last = Circle.Gone(people[person], NowUtc)).Refusal?.Code;
    public string? Leave(int person) => (Last = Circle.Leave(people[person], NowUtc)).Refusal?.Code;

    public void Tick() => Last = Circle.Tick(NowUtc);

    /// <summary>Lets time pass, ringing whatever is due on the way.</summary>
    public void Pass(TimeSpan time)
    {
        var until = NowUtc + time;
        while (Circle.NextDueUtc is { } due && due <= until)
        {
            NowUtc = due > NowUtc ? due : NowUtc;
            Tick();
        }
        NowUtc = until;
    }

    public CircleSnapshot See(int person) => Circle.For(people[person], NowUtc).Value;

    /// <summary>Everybody comes, agrees, and it starts.</summary>
    public Room Started()
    {
        Open();
        for (var i = 0; i < people.Length; i++) { Seen(i); Consent(i); }
        Start();
        return this;
    }

    /// <summary>Started, and in the stage of this title.</summary>
    public Room In(string stage)
    {
        Started();
        while (See(0).Stage.Title != stage) { Assert.Null(NextStage()); }
        return this;
    }

    /// <summary>Whoever has the piece or is offered it takes their turn.</summary>
    public int Turn()
    {
        var person = With!.Value;
        if (Floor.State == FloorState.Offered) { Assert.Null(Accept(person)); }
        Assert.Null(Release(person));
        return person;
    }

    /// <summary>Everybody who is offered the piece, in order, until nobody is.</summary>
    public int[] Turns()
    {
        var turns = new List<int>();
        while (With is not null) { turns.Add(Turn()); }
        return [.. turns];
    }

    /// <summary>Through JSON and back, as between two nodes.</summary>
    public void Reload() => Circle = new Circle(CircleJson.ReadState(CircleJson.Write(State), CircleJson.Write(State.Format)));
}
