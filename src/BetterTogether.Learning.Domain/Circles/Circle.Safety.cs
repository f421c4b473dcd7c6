using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>A private word to a facilitator. One about somebody's safety is told to further people until somebody has seen it, and carried until it is recorded.</summary>
public sealed partial class Circle
{
    private static readonly TimeSpan Unseen = TimeSpan.FromSeconds(60);

    private Refusal? Tell(Seat seat, CircleCommand.Tell tell)
    {
        if (tell.About is not { } about) { return new CommandWrong(); }
        if (Wrong(tell.Text, 1500, nameof(CircleCommand.Tell.Text)) is { } no) { return no; }
        if (tell.To == "outside") { return about == MessageAbout.Safety ? Send(seat, about, tell.Text, null) : new SafetyOnlyOutside(); }
        return Whom(seat, tell.To) is { } to ? Send(seat, about, tell.Text, to) : new NobodyToTell();
    }

    private string? Whom(Seat from, string? to) => to switch
    {
        null or "facilitator" => from.Role == SeatRole.Facilitator ? FirstCoFacilitator(from) : Facilitator.Id,
        "coFacilitator" => FirstCoFacilitator(from),
        _ => Find(to) is { Facilitates: true } seat && seat.Id != from.Id ? seat.Id : null,
    };

    private string? FirstCoFacilitator(Seat but)
    {
        var others = state.CoFacilitators.Where(id => id != but.Id).ToList();
        return others.Find(id => The(id).IsHere) ?? others.FirstOrDefault();
    }

    private Refusal? Send(Seat from, MessageAbout about, string text, string? to)
    {
        var message = new PrivateMessage(NextNumber(), about, from.Id, nowUtc)
        {
            To = to is null ? [] : [to],
            PassOnAtUtc = about == MessageAbout.Safety ? nowUtc + Unseen : null,
        };
        state = state with { Messages = [.. state.Messages, message] };
        effects.Add(new Told(message.Id, about, text));
        if (to is null) { PassOn(message); }
        return null;
    }

    private DateTime? NextPassOnUtc => state.Messages.Min(m => m.PassOnAtUtc);

    private void PassOn()
    {
        foreach (var message in state.Messages.Where(m => m.PassOnAtUtc <= nowUtc).ToList()) { PassOn(message); }
    }

    // Whoever was asked to leave can no longer act on what they were told.
    private void PassOnWhatWasToldTo(string seatId)
    {
        foreach (var message in state.Messages.Where(m => m.IsOpen && m.To.Contains(seatId) && !m.DutyContactTold).ToList()) { PassOn(message); }
    }

    // From the facilitator to a co-facilitator, then to the duty contact. Whom the sender did not choose in place of the facilitator is not told: the worry may be about them.
    private void PassOn(PrivateMessage message)
    {
        var next = message.To is [var only] && The(only).Role == SeatRole.Facilitator ? FirstCoFacilitator(The(message.From)) : null;
        effects.Add(new PassedOn(message.Id, next));
        Change(message.Id, m => next is null
            ? m with { DutyContactTold = true, PassOnAtUtc = null }
            : m with { To = [.. m.To, next], PassOnAtUtc = m.PassOnAtUtc + Unseen });
    }

    private void Change(string messageId, Func<PrivateMessage, PrivateMessage> change) =>
        state = state with { Messages = [.. state.Messages.Select(m => m.Id == messageId ? change(m) : m)] };

    private PrivateMessage? MessageFor(Seat seat, string messageId) => state.Messages.FirstOrDefault(m => m.Id == messageId && m.To.Contains(seat.Id));

    private Refusal? See(Seat seat, string messageId)
    {
        if (MessageFor(seat, messageId) is not { } message) { return new MessageNotFound(); }
        if (message.SeenAtUtc is null) { Change(messageId, m => m with { SeenAtUtc = nowUtc, PassOnAtUtc = null }); }
        return null;
    }

    private Refusal? HandOver(Seat seat, CircleCommand.HandOver command)
    {
        if (MessageFor(seat, command.MessageId) is not { About: MessageAbout.Safety } message) { return new MessageNotFound(); }
        if (command.CarriedBy is { } carrier && Find(carrier) is not { PersonId: not null, AskedToLeave: false }) { return new SeatNotFound(); }
        return HandOver(message, command.CarriedBy ?? message.HandOver?.CarriedBy ?? seat.Id, command.ToldWhom, command.CaseReference, command.Recorded);
    }

    /// <summary>The duty contact, who has no seat, says what became of a message that was told to them.</summary>
    public CircleAnswer RecordOutside(string messageId, string toldWhom, string? caseReference, DateTime nowUtc) => Decide(nowUtc, () =>
        state.Messages.FirstOrDefault(m => m.Id == messageId && m.DutyContactTold) is { } message
            ? HandOver(message, message.HandOver?.CarriedBy, toldWhom, caseReference, recorded: true) : new MessageNotFound());

    private Refusal? HandOver(PrivateMessage message, string? carriedBy, string? toldWhom, string? caseReference, bool recorded)
    {
        if (message.HandOver?.RecordedAtUtc is not null) { return null; }
        if ((WrongLine(toldWhom, nameof(CircleCommand.HandOver.ToldWhom)) ?? WrongLine(caseReference, nameof(CircleCommand.HandOver.CaseReference))) is { } no) { return no; }
        var before = message.HandOver ?? new HandOver(carriedBy, nowUtc);
        var handOver = before with
        {
            CarriedBy = carriedBy,
            SinceUtc = carriedBy == before.CarriedBy ? before.SinceUtc : nowUtc,
            ToldWhom = Tidy(toldWhom) ?? before.ToldWhom,
            CaseReference = Tidy(caseReference) ?? before.CaseReference,
            RecordedAtUtc = recorded ? nowUtc : null,
        };
        if (handOver.ToldWhom is null) { return new ToldWhomNeeded(); }
        if (recorded) { effects.Add(new MessageGone(message.Id)); }
        if (handOver == message.HandOver) { return null; }
        // Whoever takes it on has seen it, and must be able to see it from now on.
        Change(message.Id, m => m with { HandOver = handOver, SeenAtUtc = m.SeenAtUtc ?? nowUtc, PassOnAtUtc = null, To = carriedBy is null ? m.To : m.To.With(carriedBy) });
        if (state.Status == CircleStatus.Closing) { EndOnceAllIsCarried(); }
        return null;
    }

    private static Refusal? WrongLine(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null : Wrong(text, 200, field);

    // Of a message that whoever closes was not told, they must not learn now either: it stays with whom the sender chose.
    private void AskWhoCarries(Seat by)
    {
        foreach (var message in Uncarried().Where(m => !m.To.Contains(by.Id)).ToList())
        {
            Change(message.Id, m => m with { HandOver = new HandOver(m.To[0], nowUtc) });
        }
    }

    private IEnumerable<PrivateMessage> Uncarried() => state.Messages.Where(m => m is { IsOpen: true, IsOutside: false, HandOver: null });

    private void EndOnceAllIsCarried()
    {
        if (!Uncarried().Any()) { End(CircleStatus.Closed); }
    }
}
