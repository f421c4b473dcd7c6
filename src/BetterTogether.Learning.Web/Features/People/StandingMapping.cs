using BetterTogether.Learning.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.People;

/// <summary>Who stands in for whom, further posts, and who is away.</summary>
public sealed class StandingMapping : IEntityTypeConfiguration<Delegation>, IEntityTypeConfiguration<Post>, IEntityTypeConfiguration<AwayPeriod>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("delegations").HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.DelegateId, "IX_delegations_delegate");
        builder.HasIndex(d => d.ManagerId, "IX_delegations_manager");
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.DelegateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.ManagerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts").HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.PersonId, "IX_posts_person");
        builder.HasIndex(p => p.ManagerId, "IX_posts_manager");
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.ManagerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AwayPeriod> builder)
    {
        builder.ToTable("away_periods").HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.PersonId, "IX_away_periods_person");
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
