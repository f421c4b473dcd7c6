using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Mail;

namespace BetterTogether.Learning.Web.Tests.Mail;

/// <summary>Rows of the outbox, where it does not matter what queued them.</summary>
internal static class QueuedMail
{
    public static OutboxMail To(Person person, TypedMail? mail = null, DateTime? notBeforeUtc = null)
    {
        var (id, what) = (Ids.New(A.Now), mail ?? MailSamples.All.OfType<BookingWaiting>().Single());
        var draft = new OutboxMailDraft($"test:{id}", new Mailbox(person.Name, person.Email), person.Id, what.Template, MailValues.Write(what), NotBeforeUtc: notBeforeUtc, Urgency: what.Urgency, DropBodyOnceSent: what.IsSecret);
        return new OutboxMail(id, draft, $"<{id:N}@demo.example>", A.Now);
    }
}
