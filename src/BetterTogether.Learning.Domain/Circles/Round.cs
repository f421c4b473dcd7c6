namespace BetterTogether.Learning.Domain.Circles;

/// <summary>The bookkeeping of one round. All lists hold seat ids.</summary>
public sealed record Round(int Number, string Prompt)
{
    public static readonly Round None = new(0, "");

    /// <summary>The way round the circle; empty where the piece goes to whoever is ready.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];
    /// <summary>False while a volunteer is awaited.</summary>
    public bool Begun { get; init; } = true;
    /// <summary>The piece has been here, spoken or not.</summary>
    public IReadOnlyList<string> Reached { get; init; } = [];
    /// <summary>Listening this round: private, and can be taken back.</summary>
    public IReadOnlyList<string> Passed { get; init; } = [];
    /// <summary>Asked again at the end, in this order.</summary>
    public IReadOnlyList<string> Deferred { get; init; } = [];
    /// <summary>Has been asked again: there is no third time.</summary>
    public IReadOnlyList<string> AskedAgain { get; init; } = [];
    /// <summary>Asked for the piece, by arrival.</summary>
    public IReadOnlyList<string> Queue { get; init; } = [];
    /// <summary>One entry a turn that was had.</summary>
    public IReadOnlyList<string> Turns { get; init; } = [];
    /// <summary>"Anyone who has not spoken?" was asked.</summary>
    public bool SecondTurns { get; init; }
    /// <summary>Gone round. It stays so until the next round or stage, or until somebody who was put off is back.</summary>
    public bool Finished { get; init; }

    internal int TurnsOf(string seat) => Turns.Count(t => t == seat);

    internal bool Awaits(string seat) => Order.Contains(seat) && !Reached.Contains(seat);

    internal Round Reach(string seat) => this with { Reached = Reached.With(seat), Queue = Queue.Without(seat) };

    /// <summary>Offered: whoever was deferred has now been asked again.</summary>
    internal Round OfferedTo(string seat) =>
        Reach(seat) with { Deferred = Deferred.Without(seat), AskedAgain = Deferred.Contains(seat) ? AskedAgain.With(seat) : AskedAgain };

    internal Round Defer(string seat) => AskedAgain.Contains(seat) ? this : this with { Deferred = Deferred.With(seat) };

    internal Round Pass(string seat) => this with { Passed = Passed.With(seat), Deferred = Deferred.Without(seat), Queue = Queue.Without(seat) };

    internal Round HadTurn(string seat) => this with { Turns = [.. Turns, seat] };

    internal Round Ask(string seat) => this with { Queue = Queue.With(seat), Passed = Passed.Without(seat) };

    /// <summary>Out of order, queue and deferral at once.</summary>
    internal Round Drop(string seat) => this with { Order = Order.Without(seat), Queue = Queue.Without(seat), Deferred = Deferred.Without(seat) };

    /// <summary>Before the end of the round, never inheriting "done".</summary>
    internal Round Late(string seat) => Finished || Reached.Contains(seat) ? this : this with { Order = Order.With(seat) };
}
