using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.Bookings;

public sealed class BookingMapping : IEntityTypeConfiguration<Booking>
{
    public const string LiveOnly = "\"Status\" IN ('Confirmed', 'Waiting', 'Offered')";
    public const string OfferedOnly = "\"Status\" = 'Offered'";

    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("bookings").HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Ignore(b => b.IsLive);
        builder.HasIndex(b => new { b.PersonId, b.SessionId }, "IX_bookings_live").IsUnique().HasFilter(LiveOnly);
        builder.HasIndex(b => new { b.SessionId, b.Status }, "IX_bookings_session");
        builder.HasIndex(b => b.PersonId, "IX_bookings_person");
        builder.HasIndex(b => b.OfferedUntilUtc, "IX_bookings_offered").HasFilter(OfferedOnly);
        builder.HasOne<Session>().WithMany().HasForeignKey(b => b.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
