using System.Globalization;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.Sessions;

public sealed class SessionMapping : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<SessionDate>, IEntityTypeConfiguration<SessionTrainer>, IEntityTypeConfiguration<Series>, IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions", table => table.HasCheckConstraint("CK_sessions_held", "\"Held\" >= 0 AND \"Held\" <= \"Capacity\" AND \"Waiting\" >= 0 AND \"HeldForAll\" >= 0 AND \"HeldForAll\" <= \"Held\""));
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Details);
        builder.HasMany(s => s.Dates).WithOne().HasForeignKey(d => d.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(s => s.Trainers).WithOne().HasForeignKey(t => t.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.OwnsOne(s => s.Slot, slot =>
        {
            slot.Property(x => x.SeriesId).HasColumnName("SeriesId");
            slot.Property(x => x.Day).HasColumnName("SeriesDay");
            slot.Property(x => x.Slot).HasColumnName("SeriesSlot");
            slot.Property(x => x.Parallel).HasColumnName("SeriesParallel");
            slot.HasIndex(x => x.SeriesId).HasDatabaseName("IX_sessions_SeriesId");
            slot.HasOne<Series>().WithMany().HasForeignKey(x => x.SeriesId).OnDelete(DeleteBehavior.Restrict).HasConstraintName("FK_sessions_series_SeriesId");
        });
        builder.HasIndex(s => s.StartsAtUtc);
    }

    public void Configure(EntityTypeBuilder<SessionDate> builder)
    {
        builder.ToTable("session_dates").HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.Period);
        builder.HasIndex(d => d.SessionId);
        builder.HasIndex(d => d.StartsAtUtc, "IX_session_dates_start");
    }

    public void Configure(EntityTypeBuilder<SessionTrainer> builder)
    {
        builder.ToTable("session_trainers").HasKey(t => new { t.SessionId, t.PersonId });
        builder.HasIndex(t => t.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Series> builder)
    {
        builder.ToTable("series").HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Details);
        builder.Property(s => s.Version).HasDefaultValue(1).ValueGeneratedNever(); // the default is for series made before there were versions
        builder.Property(s => s.SkippedMonths).HasConversion(months => string.Join(',', months), text => Months(text), MonthsComparer);
        builder.OwnsMany(s => s.Slots, slot =>
        {
            slot.ToTable("series_slots").WithOwner().HasForeignKey("SeriesId");
            slot.HasKey("SeriesId", nameof(SlotPattern.Index));
            slot.Property(x => x.Index).ValueGeneratedNever();
        });
        builder.Navigation(s => s.Slots).HasField("slots");
    }

    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("attendances").HasKey(a => new { a.BookingId, a.SessionDateId });
        builder.HasIndex(a => a.SessionDateId);
        builder.HasOne<Domain.Bookings.Booking>().WithMany().HasForeignKey(a => a.BookingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<SessionDate>().WithMany().HasForeignKey(a => a.SessionDateId).OnDelete(DeleteBehavior.Restrict);
    }

    private static readonly ValueComparer<IReadOnlyList<int>> MonthsComparer =
        new((a, b) => a!.SequenceEqual(b!), months => string.Join(',', months).GetHashCode(StringComparison.Ordinal), months => months.ToArray());

    private static int[] Months(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(m => int.Parse(m, CultureInfo.InvariantCulture))];
}
