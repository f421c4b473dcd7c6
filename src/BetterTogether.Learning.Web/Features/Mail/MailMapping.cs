using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.Mail;

public sealed class MailMapping : IEntityTypeConfiguration<OutboxMail>, IEntityTypeConfiguration<SentInvite>
{
    public const string PendingOnly = "\"State\" IN ('Queued', 'Sending')";

    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("outbox").HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.DedupeKey, "IX_outbox_dedupe").IsUnique();
        builder.HasIndex(m => new { m.Urgency, m.CreatedAtUtc }, "IX_outbox_pending").HasFilter(PendingOnly);
        builder.HasIndex(m => m.PersonId, "IX_outbox_person");
    }

    public void Configure(EntityTypeBuilder<SentInvite> builder)
    {
        builder.ToTable("sent_invites").HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Ignore(i => i.IsLive);
        builder.HasIndex(i => i.Uid, "IX_sent_invites_uid").IsUnique();
        builder.HasIndex(i => new { i.BookingId, i.SessionDateId }, "IX_sent_invites_booking");
    }
}
