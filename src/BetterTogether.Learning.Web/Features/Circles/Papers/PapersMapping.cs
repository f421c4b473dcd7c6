using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

public sealed class AgreementsMapping : IEntityTypeConfiguration<Agreements>
{
    public void Configure(EntityTypeBuilder<Agreements> builder)
    {
        builder.ToTable("agreements").HasKey(a => a.Number);
        builder.Property(a => a.Number).ValueGeneratedNever();
        builder.Ignore(a => a.Lines);
    }
}

public sealed class CheckInQuestionMapping : IEntityTypeConfiguration<CheckInQuestion>
{
    public void Configure(EntityTypeBuilder<CheckInQuestion> builder)
    {
        builder.ToTable("check_in_questions").HasKey(q => q.Id);
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.HasIndex(q => q.Text, "IX_check_in_questions_text").IsUnique();
    }
}

public sealed class QuickCheckInMapping : IEntityTypeConfiguration<QuickCheckIn>
{
    public void Configure(EntityTypeBuilder<QuickCheckIn> builder)
    {
        builder.ToTable("quick_check_ins").HasKey(c => c.Code);
        builder.Ignore(c => c.IsDone);
        builder.HasIndex(c => c.ExpiresAtUtc, "IX_quick_check_ins_expires");
    }
}

public sealed class CircleFeedbackMapping : IEntityTypeConfiguration<CircleFeedback>
{
    public void Configure(EntityTypeBuilder<CircleFeedback> builder)
    {
        builder.ToTable("circle_feedback").HasKey(f => new { f.CircleId, f.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => f.PersonId, "IX_circle_feedback_person");
    }
}

public sealed class LeaderAnswerMapping : IEntityTypeConfiguration<LeaderAnswer>
{
    public void Configure(EntityTypeBuilder<LeaderAnswer> builder)
    {
        builder.ToTable("leader_answers").HasKey(a => a.CircleId);
        builder.Property(a => a.CircleId).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.LeaderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.LeaderId, "IX_leader_answers_leader");
        builder.HasIndex(a => a.DueOn, "IX_leader_answers_due");
    }
}

public sealed class SupervisionRecordMapping : IEntityTypeConfiguration<SupervisionRecord>
{
    public void Configure(EntityTypeBuilder<SupervisionRecord> builder)
    {
        builder.ToTable("supervision_records").HasKey(r => r.CircleId);
        builder.Property(r => r.CircleId).ValueGeneratedNever();
        builder.Ignore(r => r.CopyBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.BringerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.BringerId, "IX_supervision_records_bringer");
    }
}

public sealed class OwnFormatMapping : IEntityTypeConfiguration<OwnFormat>
{
    public void Configure(EntityTypeBuilder<OwnFormat> builder)
    {
        builder.ToTable("circle_formats").HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Ignore(f => f.Format);
    }
}
