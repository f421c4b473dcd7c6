using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>A worry about somebody's safety, as the duty contact reads it.</summary>
/// <param name="Text">Null once it was marked recorded.</param>
public sealed record Worry(Guid CircleId, string CircleTitle, string MessageId, string From, DateTime SentAtUtc, string? Facilitator, string? Text, HandOver? HandOver);

public sealed record WorryNotFound() : Refusal("worry-not-found", "There is no such message for you");

/// <summary>What reached the duty contact, who has no seat and sees nothing else of a circle.</summary>
public sealed class WorryService(UnitOfWork work, CircleRooms rooms, IOptions<CircleOptions> options)
{
    public async Task<Result<Worry>> FindAsync(Guid circleId, string messageId, Guid callerId, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        if (!await IsDutyContactAsync(db, callerId, cancel) || await rooms.Of(circleId).StateAsync(cancel) is not { } state) { return new WorryNotFound(); }
        if (state.Messages.FirstOrDefault(m => m.Id == messageId && m.DutyContactTold) is not { } message) { return new WorryNotFound(); }
        var text = await db.SafetyTexts.Where(t => t.CircleId == circleId && t.MessageId == messageId).Select(t => t.Text).SingleOrDefaultAsync(cancel);
        var from = state.Seats.First(s => s.Id == message.From).Name;
        return new Worry(circleId, state.Title, messageId, from, message.SentAtUtc, state.Seats.FirstOrDefault(s => s.Role == SeatRole.Facilitator)?.Name, text, message.HandOver);
    }

    /// <summary>It stands in the case system now; its text is deleted here.</summary>
    public async Task<Result<Worry>> RecordAsync(Guid circleId, string messageId, string toldWhom, string? caseReference, Guid callerId, CancellationToken cancel)
    {
        if ((await FindAsync(circleId, messageId, callerId, cancel)).Refusal is { } no) { return no; }
        var recorded = await rooms.Of(circleId).ChangeAsync((circle, nowUtc) => circle.RecordOutside(messageId, toldWhom, caseReference, nowUtc), null, cancel);
        return recorded.Refusal is { } unclear ? unclear : await FindAsync(circleId, messageId, callerId, cancel);
    }

    private async Task<bool> IsDutyContactAsync(LearningDb db, Guid personId, CancellationToken cancel)
    {
        var address = options.Value.DutyAddress;
        return address.Length > 0 && await db.People.AnyAsync(p => p.Id == personId && p.Email == address, cancel);
    }
}
