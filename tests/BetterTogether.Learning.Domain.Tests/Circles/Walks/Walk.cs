using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>
/// A circle under a bad network, all of it decided by one number. People press what their screen last offered, or anything;
/// commands are late, out of order, doubled or lost; people drop, return, leave and join late; two nodes decide in turn;
/// clocks jump and timers ring late or twice. After every decision one invariant looks.
/// </summary>
internal sealed class Walk
{
    private const int Steps = 70;

    private readonly Random random;
    private readonly Invariant invariant;
    private readonly Action<string>? trace;
    private readonly List<Guid> people = [];
    private readonly List<(int Person, CircleCommand Command)> inFlight = [];
    private readonly HashSet<(int Person, string Id)> delivered = [];
    private readonly Dictionary<int, List<string>> accepted = [];
    private readonly CircleSnapshot?[] screens;
    private readonly Circle?[] nodes = new Circle?[2];
    private CircleState state;
    private DateTime nowUtc = A.Now;
    private DateTime beforeUtc = A.Now;
    private int ids;

    private Walk(int seed, Invariant invariant, Action<string>? trace)
    {
        (random, this.invariant, this.trace) = (new Random(seed), invariant, trace);
        var count = random.Next(3, 8);
        screens = new CircleSnapshot?[count + 3];
        people.AddRange(Enumerable.Range(0, count).Select(_ => Guid.NewGuid()));
        var format = Scripts.Any(random);
        var roles = Scripts.Roles(random, count);
        state = Circle.Plan(new CirclePlan(Guid.NewGuid(), "Walk", format, 1, [.. people.Select((id, i) => new Participant(id, $"P{i}", roles[i], ManagerId: i == 2 && count > 3 ? people[3] : null))])).Value.State;
        invariant.Begin(state);
    }

    /// <exception cref="BrokenInvariantException">With the seed, and the steps that led there.</exception>
    public static void Take(int seed, Func<Invariant> invariant)
    {
        try
        {
            new Walk(seed, invariant(), null).Go();
        }
        catch (Exception broken)
        {
            var steps = Trace(seed, invariant());
            throw new BrokenInvariantException($"Seed {seed}: {broken.Message}\nReplay it with WalkTests.A_walk_is_replayed_from_its_seed, seed {seed}.\n{string.Join('\n', steps)}", broken);
        }
    }

    /// <summary>The steps of a walk, as far as it goes.</summary>
    public static IReadOnlyList<string> Trace(int seed, Invariant invariant)
    {
        var steps = new List<string>();
        try
        {
            new Walk(seed, invariant, steps.Add).Go();
        }
        catch (Exception broken)
        {
            steps.Add(broken.Message);
        }
        return steps;
    }

    private void Go()
    {
        Act(0, new CircleCommand.Open { Id = NextId() });
        for (var i = 0; i < people.Count; i++)
        {
            if (i > 0 && random.Next(8) == 0) { continue; }
            Decide(i, "Come", circle => circle.Seen(people[i], nowUtc));
            if (i == 0 || random.Next(8) > 0) { Act(i, new CircleCommand.Consent(1) { Id = NextId() }); }
        }
        if (random.Next(20) > 0) { Act(0, new CircleCommand.Start { Id = NextId() }); }
        for (var stages = random.Next(state.Format.Stages.Count); stages > 0; stages--) { Act(0, new CircleCommand.NextStage { Id = NextId() }); }
        for (var step = 0; step < Steps; step++) { Step(); }
    }

    private void Step()
    {
        switch (random.Next(100))
        {
            case < 45: Press(random.Next(people.Count)); break;
            case < 70: Deliver(); break;
            case < 80: Connect(random.Next(people.Count)); break;
            case < 94: Wait(); break;
            case < 96: Look(random.Next(people.Count)); break;
            case < 97: Restart(); break;
            case < 98: Join(); break;
            default: Voice(); break;
        }
    }

    private void Press(int person)
    {
        // A screen that is a moment old is the rule, not the exception.
        if (screens[person] is null || random.Next(3) > 0) { Look(person); }
        if (screens[person] is not { } screen) { return; }
        // Whoever has the piece uses it, or nothing would ever get anywhere.
        if (random.Next(2) == 0 && (screen.Floor.OfferedTo ?? screen.Floor.Holder) is { } with && people.FindIndex(p => state.Seats.Any(s => s.Id == with && s.PersonId == p)) is var holder and >= 0)
        {
            person = holder;
            Look(person);
            if (screens[person] is null) { return; }
            screen = screens[person]!;
        }
        var command = Commands.Any(random, screen, NextId());
        if (random.Next(12) == 0) { trace?.Invoke($"lost: {person} {command}"); return; }
        inFlight.Add((person, command));
        // In two tabs, or by two facilitators who see the same: another press, not the same one again.
        if (command.Kind is CommandKind.NextStage or CommandKind.NextRound or CommandKind.Choose && random.Next(2) == 0) { inFlight.Add((person, command with { Id = NextId() })); }
        if (random.Next(2) == 0) { Deliver(); }
    }

    private void Deliver()
    {
        if (inFlight.Count == 0) { return; }
        var at = random.Next(4) > 0 ? inFlight.Count - 1 : random.Next(inFlight.Count);
        var (person, command) = inFlight[at];
        // Delivered, but the answer was lost: the client sends it again.
        if (random.Next(5) > 0) { inFlight.RemoveAt(at); }
        Act(person, command);
    }

    private void Connect(int person)
    {
        switch (random.Next(20))
        {
            case < 9: Decide(person, "Drop", circle => circle.Gone(people[person], nowUtc)); break;
            case < 19: Decide(person, "Come", circle => circle.Seen(people[person], nowUtc)); break;
            default: Decide(person, "Leave", circle => circle.Leave(people[person], nowUtc)); break;
        }
    }

    private void Wait()
    {
        var seconds = random.Next(30) switch { 0 => 13 * 3600, < 8 => random.Next(20, 100), _ => random.NextDouble() * 12 };
        nowUtc = nowUtc.AddSeconds(seconds);
        if (random.Next(5) > 0) { Decide(-1, "Tick", circle => circle.Tick(nowUtc)); }
    }

    private void Look(int person) =>
        screens[person] = On(random.Next(2)).For(people[person], nowUtc) is { Refusal: null } seen ? seen.Value : null;

    private void Restart()
    {
        state = CircleJson.ReadState(CircleJson.Write(state), CircleJson.Write(state.Format));
        nodes[0] = nodes[1] = null;
    }

    private void Join()
    {
        if (people.Count == screens.Length) { return; }
        people.Add(Guid.NewGuid());
        Decide(people.Count - 1, "Admit", circle => circle.Admit(new Participant(people[^1], $"P{people.Count - 1}"), nowUtc));
    }

    private void Voice()
    {
        using var json = System.Text.Json.JsonDocument.Parse($$"""{"id":"{{NextId()}}","kind":"{{(random.Next(2) == 0 ? "voiceActivity" : "caption")}}","seatId":"s1"}""");
        Decide(0, "Voice", _ => CircleJson.ReadCommand(json.RootElement) is { Refusal: { } no } ? new CircleAnswer(no, false, []) : throw new BrokenInvariantException("Voice became a command"));
    }

    private Circle On(int node)
    {
        // A node whose state is not the stored one loads it, as after a lost version check.
        if (nodes[node] is not { } circle || !ReferenceEquals(circle.State, state)) { nodes[node] = circle = new Circle(state); }
        return circle;
    }

    private void Act(int person, CircleCommand command)
    {
        if (!accepted.TryGetValue(person, out var ids)) { accepted[person] = ids = []; }
        var seen = ids.LastIndexOf(command.Id);
        // What the engine has forgotten, the caller's log of accepted commands still knows.
        if (seen >= 0 && seen < ids.Count - 8) { return; }
        var again = Decide(person, command.Kind.ToString(), circle => circle.Act(people[person], command, nowUtc), command);
        if (again is not { Accepted: true, Changed: true }) { return; }
        if (seen >= 0) { throw new BrokenInvariantException($"Command {command.Id} was applied twice"); }
        ids.Add(command.Id);
    }

    private CircleAnswer? Decide(int person, string what, Func<Circle, CircleAnswer> decision, CircleCommand? command = null)
    {
        var node = random.Next(2);
        var circle = On(node);
        var before = state;
        var answer = decision(circle);
        if (answer.Changed && random.Next(50) == 0)
        {
            trace?.Invoke($"{what} by {person}: the other node was first, commit lost");
            nodes[node] = null;
            return null;
        }
        state = circle.State;
        trace?.Invoke($"{(nowUtc - A.Now).TotalSeconds:0.0} {what} by {person} {command}: {answer.Refusal?.Code ?? (answer.Changed ? "ok" : "ok, nothing changed")} -> {state.Status} {state.Floor.State} {state.Floor.SeatId} turn {state.Floor.TurnId}");
        if (!answer.Changed && !ReferenceEquals(before, state)) { throw new BrokenInvariantException("Refused or unchanged, and yet the state is another one"); }
        invariant.Look(new Step(what, person, command, answer, before, state, circle, command is not null && !delivered.Add((person, command.Id)), people, beforeUtc, nowUtc));
        beforeUtc = nowUtc;
        return answer;
    }

    private string NextId() => $"c{++ids}";
}
