using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

public sealed class ObjectiveMapping :
    IEntityTypeConfiguration<Objective>, IEntityTypeConfiguration<ObjectiveEntry>, IEntityTypeConfiguration<ObjectiveBooking>, IEntityTypeConfiguration<NothingToWrite>, IEntityTypeConfiguration<SentNudge>
{
    /// <summary>A manager's page asks for these of everybody at once.</summary>
    public const string HelpOnly = "\"Status\" = 'NeedsHelp' AND \"CarriedAtUtc\" IS NULL";

    public void Configure(EntityTypeBuilder<Objective> builder)
    {
        builder.ToTable("objectives").HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Ignore(o => o.Details);
        builder.HasIndex(o => new { o.PersonId, o.Year }, "IX_objectives_person");
        builder.HasIndex(o => o.CarriedFromId, "IX_objectives_carried").IsUnique();
        builder.HasIndex(o => o.PersonId, "IX_objectives_help").HasFilter(HelpOnly);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Objective>().WithMany().HasForeignKey(o => o.CarriedFromId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ObjectiveEntry> builder)
    {
        builder.ToTable("objective_entries").HasKey(e => new { e.ObjectiveId, e.Number });
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.HasIndex(e => new { e.ObjectiveId, e.SourceId }, "IX_objective_entries_source").IsUnique();
        builder.HasOne<Objective>().WithMany().HasForeignKey(e => e.ObjectiveId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ObjectiveBooking> builder)
    {
        builder.ToTable("objective_bookings").HasKey(b => new { b.ObjectiveId, b.BookingId });
        builder.HasIndex(b => b.BookingId);
        builder.HasOne<Objective>().WithMany().HasForeignKey(b => b.ObjectiveId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Booking>().WithMany().HasForeignKey(b => b.BookingId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NothingToWrite> builder)
    {
        builder.ToTable("nothing_to_write").HasKey(n => new { n.PersonId, n.Year, n.Kind });
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SentNudge> builder)
    {
        builder.ToTable("nudges").HasKey(n => new { n.PersonId, n.Kind, n.DueOn });
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
