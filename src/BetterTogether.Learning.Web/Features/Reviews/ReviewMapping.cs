using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.Reviews;

public sealed class ReviewMapping : IEntityTypeConfiguration<Cycle>, IEntityTypeConfiguration<Review>, IEntityTypeConfiguration<ReviewPreparation>, IEntityTypeConfiguration<ReviewRecord>
{
    public const string OtherReviewerOnly = "\"ReviewerId\" IS NOT NULL";

    public void Configure(EntityTypeBuilder<Cycle> builder)
    {
        builder.ToTable("review_cycles").HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.ClosingDay);
        builder.HasIndex(c => c.Label, "IX_review_cycles_label").IsUnique();
        builder.HasIndex(c => c.Opens, "IX_review_cycles_opens").IsUnique();
    }

    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("reviews").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Planned);
        // One review of a person in a post and cycle, whatever the code above believes.
        builder.HasIndex(r => new { r.PersonId, r.PostId, r.CycleId }, "IX_reviews_one").IsUnique();
        // Both, or SQLite goes through the whole cycle for each person of it.
        builder.HasIndex(r => new { r.CycleId, r.PersonId }, "IX_reviews_cycle");
        builder.HasIndex(r => r.ReviewerId, "IX_reviews_reviewer").HasFilter(OtherReviewerOnly);
        builder.HasOne<Cycle>().WithMany().HasForeignKey(r => r.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReviewPreparation> builder)
    {
        builder.ToTable("review_preparations").HasKey(p => new { p.ReviewId, p.AuthorId });
        builder.HasOne<Review>().WithMany().HasForeignKey(p => p.ReviewId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReviewRecord> builder)
    {
        builder.ToTable("review_records").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.ReviewId, "IX_review_records_review");
        builder.HasOne<Review>().WithMany().HasForeignKey(r => r.ReviewId).OnDelete(DeleteBehavior.Cascade);
    }
}
