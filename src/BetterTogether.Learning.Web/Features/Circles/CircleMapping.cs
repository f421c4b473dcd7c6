using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.Circles;

public sealed class CircleMapping : IEntityTypeConfiguration<StoredCircle>, IEntityTypeConfiguration<StoredSeat>, IEntityTypeConfiguration<CircleStep>, IEntityTypeConfiguration<CircleLease>, IEntityTypeConfiguration<SafetyText>
{
    public void Configure(EntityTypeBuilder<StoredCircle> builder)
    {
        builder.ToTable("circles").HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Face);
        builder.Property(c => c.CalledOff).HasDefaultValue(false);
        builder.Property(c => c.Script).HasDefaultValue("");
        builder.HasIndex(c => c.SessionId).IsUnique();
        builder.HasIndex(c => c.DueAtUtc);
        builder.HasOne<Session>().WithMany().HasForeignKey(c => c.SessionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StoredSeat> builder)
    {
        builder.ToTable("circle_seats").HasKey(s => new { s.CircleId, s.PersonId });
        builder.HasIndex(s => s.PersonId);
        builder.HasOne<StoredCircle>().WithMany().HasForeignKey(s => s.CircleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CircleStep> builder)
    {
        builder.ToTable("circle_steps").HasKey(s => new { s.CircleId, s.Key });
        builder.HasOne<StoredCircle>().WithMany().HasForeignKey(s => s.CircleId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CircleLease> builder)
    {
        builder.ToTable("circle_leases").HasKey(l => new { l.ConnectionId, l.CircleId });
        builder.HasIndex(l => l.UntilUtc);
        builder.HasIndex(l => l.Node);
        builder.HasIndex(l => l.CircleId);
        builder.HasOne<StoredCircle>().WithMany().HasForeignKey(l => l.CircleId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SafetyText> builder)
    {
        builder.ToTable("safety_texts").HasKey(t => new { t.CircleId, t.MessageId });
        builder.HasOne<StoredCircle>().WithMany().HasForeignKey(t => t.CircleId).OnDelete(DeleteBehavior.Restrict);
    }
}
