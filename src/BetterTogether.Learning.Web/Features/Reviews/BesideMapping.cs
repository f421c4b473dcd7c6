using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>What stands beside a review.</summary>
public sealed class BesideMapping : IEntityTypeConfiguration<ReviewComment>, IEntityTypeConfiguration<HandOver>, IEntityTypeConfiguration<MidYearTalk>,
    IEntityTypeConfiguration<ReviewReading>, IEntityTypeConfiguration<DueException>, IEntityTypeConfiguration<ReviewReminder>
{
    public void Configure(EntityTypeBuilder<ReviewComment> builder)
    {
        builder.ToTable("review_comments").HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => c.ReviewId, "IX_review_comments_review");
        builder.HasOne<Review>().WithMany().HasForeignKey(c => c.ReviewId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<HandOver> builder)
    {
        builder.ToTable("review_hand_overs").HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasIndex(h => h.ReviewId, "IX_review_hand_overs_review");
        builder.HasIndex(h => h.FromId, "IX_review_hand_overs_from");
        builder.HasOne<Review>().WithMany().HasForeignKey(h => h.ReviewId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MidYearTalk> builder)
    {
        builder.ToTable("mid_year_talks").HasKey(t => t.ReviewId);
        builder.Property(t => t.ReviewId).ValueGeneratedNever();
        builder.HasOne<Review>().WithOne().HasForeignKey<MidYearTalk>(t => t.ReviewId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReviewReading> builder)
    {
        builder.ToTable("review_readings").HasKey(r => new { r.ReviewId, r.ReaderId, r.Day });
        builder.HasOne<Review>().WithMany().HasForeignKey(r => r.ReviewId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DueException> builder)
    {
        builder.ToTable("due_exceptions").HasKey(e => new { e.CycleId, e.PersonId, e.PostId });
        builder.HasIndex(e => e.PersonId, "IX_due_exceptions_person");
        builder.HasOne<Cycle>().WithMany().HasForeignKey(e => e.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReviewReminder> builder)
    {
        builder.ToTable("review_reminders").HasKey(r => new { r.CycleId, r.PersonId, r.Kind, r.ForTeam });
        builder.HasOne<Cycle>().WithMany().HasForeignKey(r => r.CycleId).OnDelete(DeleteBehavior.Restrict);
    }
}
