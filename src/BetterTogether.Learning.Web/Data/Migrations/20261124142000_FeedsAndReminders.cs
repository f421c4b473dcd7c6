using BetterTogether.Learning.Web.Features.Mail;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261124142000_FeedsAndReminders")]
public sealed class FeedsAndReminders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("calendar_feeds", t => new
        {
            PersonId = t.Column<Guid>(),
            Token = t.Column<string>(),
            MadeAtUtc = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_calendar_feeds", x => x.PersonId);
            t.ForeignKey("FK_calendar_feeds_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_calendar_feeds_token", "calendar_feeds", "Token", unique: true);
        migrationBuilder.CreateIndex("IX_invites_person", "invites", "PersonId", filter: MailMapping.LiveOnly);

        migrationBuilder.CreateTable("reminder_plans", t => new
        {
            Kind = t.Column<string>(),
            IsOn = t.Column<bool>(),
            Ahead = t.Column<int>(),
            AtMinutes = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_reminder_plans", x => x.Kind));
        migrationBuilder.CreateTable("reminders", t => new
        {
            BookingId = t.Column<Guid>(),
            Kind = t.Column<string>(),
            StartsAtUtc = t.Column<DateTime>(),
            QueuedAtUtc = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_reminders", x => new { x.BookingId, x.Kind, x.StartsAtUtc });
            t.ForeignKey("FK_reminders_bookings_BookingId", x => x.BookingId, "bookings", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_reminders_start", "reminders", "StartsAtUtc");
        migrationBuilder.CreateIndex("IX_session_dates_start", "session_dates", "StartsAtUtc");
        migrationBuilder.AddColumn<DateTime>("ConfirmedAtUtc", "bookings", nullable: true);
    }
}
