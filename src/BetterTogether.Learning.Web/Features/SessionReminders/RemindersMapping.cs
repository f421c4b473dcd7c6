using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.SessionReminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.SessionReminders;

public sealed class RemindersMapping : IEntityTypeConfiguration<ReminderPlan>, IEntityTypeConfiguration<SentReminder>
{
    public void Configure(EntityTypeBuilder<ReminderPlan> builder)
    {
        builder.ToTable("reminder_plans").HasKey(p => p.Kind);
        builder.Ignore(p => p.At).Ignore(p => p.IsOnlineOnly);
    }

    public void Configure(EntityTypeBuilder<SentReminder> builder)
    {
        builder.ToTable("reminders").HasKey(r => new { r.BookingId, r.Kind, r.StartsAtUtc });
        builder.HasIndex(r => r.StartsAtUtc, "IX_reminders_start");
        builder.HasOne<Booking>().WithMany().HasForeignKey(r => r.BookingId).OnDelete(DeleteBehavior.Cascade);
    }
}
