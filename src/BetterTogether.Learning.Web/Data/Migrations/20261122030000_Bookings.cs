using BetterTogether.Learning.Web.Features.Bookings;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261122030000_Bookings")]
public sealed class Bookings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("bookings", t => new
        {
            Id = t.Column<Guid>(),
            SessionId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Status = t.Column<string>(),
            Ticket = t.Column<int>(),
            Priority = t.Column<bool>(),
            BookedAtUtc = t.Column<DateTime>(),
            BookedById = t.Column<Guid>(),
            OfferedUntilUtc = t.Column<DateTime>(nullable: true),
            OfferedToAll = t.Column<bool>(),
            Offers = t.Column<int>(),
            EndedAtUtc = t.Column<DateTime>(nullable: true),
            EndedById = t.Column<Guid>(nullable: true),
            Reason = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_bookings", x => x.Id);
            t.ForeignKey("FK_bookings_sessions_SessionId", x => x.SessionId, "sessions", "Id", onDelete: ReferentialAction.Restrict);
            t.ForeignKey("FK_bookings_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Restrict);
        });
        // One live booking of a person on a session, whatever the code above believes.
        migrationBuilder.CreateIndex("IX_bookings_live", "bookings", ["PersonId", "SessionId"], unique: true, filter: BookingMapping.LiveOnly);
        migrationBuilder.CreateIndex("IX_bookings_session", "bookings", ["SessionId", "Status"]);
        migrationBuilder.CreateIndex("IX_bookings_person", "bookings", "PersonId");
        migrationBuilder.CreateIndex("IX_bookings_offered", "bookings", "OfferedUntilUtc", filter: BookingMapping.OfferedOnly);

        migrationBuilder.CreateTable("attendances", t => new
        {
            BookingId = t.Column<Guid>(),
            SessionDateId = t.Column<Guid>(),
            State = t.Column<string>(),
            ById = t.Column<Guid>(),
            MarkedAtUtc = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_attendances", x => new { x.BookingId, x.SessionDateId });
            t.ForeignKey("FK_attendances_bookings_BookingId", x => x.BookingId, "bookings", "Id", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_attendances_session_dates_SessionDateId", x => x.SessionDateId, "session_dates", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_attendances_SessionDateId", "attendances", "SessionDateId");
    }
}
