using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Features.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Replies;

/// <summary>
/// Acts on what calendars answer, whichever way the mail came. Taking the same mail again changes nothing, so whoever brings it
/// may bring it twice. Threading: any number at once.
/// </summary>
public sealed class ReplyService(UnitOfWork work, BookingService bookings, IOptions<MailOptions> mail, ILogger<ReplyService> log)
{
    /// <param name="message">A whole mail as it came, MIME and all.</param>
    /// <returns>The answer taken down, or why there was none to take.</returns>
    public async Task<Result<InviteReply>> TakeAsync(ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        var read = ReplyMail.Read(message.Span);
        if (read.Replies.Count == 0) { return Ignored(null, new NotAReply()); }
        if (read.IsAutomatic || mail.Value.From.Equals(read.From, StringComparison.OrdinalIgnoreCase)) { return Ignored(null, new AutomaticAnswer()); }
        if (read.IsForged) { return Ignored(null, new ForgedSender()); }
        if (read.From is not { } from) { return Ignored(null, new WrongSender()); }
        Result<InviteReply> last = new NotAReply();
        foreach (var reply in read.Replies) { last = await TakeAsync(reply, from, cancel); }
        return last;
    }

    private async Task<Result<InviteReply>> TakeAsync(CalendarReply reply, string from, CancellationToken cancel)
    {
        var taken = await work.DecideAsync<SentInvite>(async (db, nowUtc) =>
        {
            if (await db.SentInvites.SingleOrDefaultAsync(i => i.Uid == reply.Uid, cancel) is not { } invite) { return Ignored(null, new UnknownInvite()); }
            // Anybody can write a mail with somebody else's UID in it: it counts from the address that was invited, and for that address.
            if (await db.People.Where(p => p.Id == invite.PersonId).Select(p => p.Email).SingleOrDefaultAsync(cancel) != from || !reply.Answers.TryGetValue(from, out var answer)) { return Ignored(invite.Id, new WrongSender()); }
            var before = invite.Reply;
            // A calendar whose clock runs ahead must not lock out its own next answer.
            var answered = invite.Answer(answer, reply.Sequence, reply.StampUtc is { } written && written < nowUtc ? written : nowUtc);
            if (answered.Refusal is { } no) { return Ignored(invite.Id, no); }
            if (invite.Reply != before) { db.Record(nowUtc, invite.PersonId, $"invite-{answer.ToString().ToLowerInvariant()}", invite.SubjectId); }
            return invite;
        }, cancel);
        if (taken.Refusal is { } refused) { return refused; }
        log.ReplyTaken(taken.Value.Id, $"{taken.Value.Reply}");
        if (taken.Value is { Reply: InviteReply.Declined, Subject: InviteSubject.Booking } declined) { await ReleaseAsync(declined, cancel); }
        return taken.Value.Reply!.Value;
    }

    // Of a course, one date that does not suit is not the course: the place goes once every date still to come is declined.
    private async Task ReleaseAsync(SentInvite declined, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        if (await db.SentInvites.AnyAsync(i => i.SubjectId == declined.SubjectId && i.LastMethod == InviteMethod.Request && i.Reply != InviteReply.Declined, cancel)) { return; }
        var released = await bookings.CancelAsync(declined.SubjectId, declined.PersonId, isDesk: false, reason: null, cancel);
        if (released.Refusal is { } no) { log.NotReleased(declined.SubjectId, no.Code); }
    }

    private Refusal Ignored(Guid? inviteId, Refusal why)
    {
        log.ReplyIgnored(inviteId, why.Code);
        return why;
    }
}
