using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.Calendars;

public sealed class FeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("calendar_feeds").HasKey(f => f.PersonId);
        builder.Property(f => f.PersonId).ValueGeneratedNever();
        builder.HasIndex(f => f.Token, "IX_calendar_feeds_token").IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
