using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.Mail;

public sealed class MailMapping : IEntityTypeConfiguration<OutboxMail>, IEntityTypeConfiguration<OutboxPause>, IEntityTypeConfiguration<SuspectAddress>, IEntityTypeConfiguration<SentInvite>
{
    /// <summary>What ended without going: few, and what the desk asks for.</summary>
    public const string EndedOnly = "\"State\" IN ('Failed', 'Expired', 'Stopped')";
    public const string LiveOnly = "\"LastMethod\" = 'Request'";
    public const string PendingOnly = "\"State\" IN ('Queued', 'Sending')";

    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("outbox").HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.DedupeKey, "IX_outbox_dedupe").IsUnique();
        builder.HasIndex(m => new { m.Urgency, m.NextAtUtc }, "IX_outbox_next").IsDescending(true, false).HasFilter(PendingOnly);
        builder.HasIndex(m => new { m.State, m.Id }, "IX_outbox_ended").HasFilter(EndedOnly);
        builder.HasIndex(m => m.PersonId, "IX_outbox_person");
        builder.HasIndex(m => m.SessionId, "IX_outbox_session");
        builder.HasIndex(m => new { m.Thread, m.ThreadSequence }, "IX_outbox_thread").HasFilter(PendingOnly);
        builder.Ignore(m => m.IsUntouched);
    }

    public void Configure(EntityTypeBuilder<OutboxPause> builder)
    {
        builder.ToTable("outbox_pause").HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SuspectAddress> builder) => builder.ToTable("suspect_addresses").HasKey(a => a.Address);

    public void Configure(EntityTypeBuilder<SentInvite> builder)
    {
        builder.ToTable("invites").HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Ignore(i => i.IsLive);
        builder.HasIndex(i => i.Uid, "IX_invites_uid").IsUnique();
        builder.HasIndex(i => new { i.SubjectId, i.OccurrenceId, i.PersonId }, "IX_invites_live").IsUnique().HasFilter(LiveOnly);
        builder.HasIndex(i => i.SubjectId, "IX_invites_subject");
        builder.HasIndex(i => i.PersonId, "IX_invites_person").HasFilter(LiveOnly);
    }
}
