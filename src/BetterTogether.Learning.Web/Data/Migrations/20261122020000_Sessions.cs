using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261122020000_Sessions")]
public sealed class Sessions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("series", t => new
        {
            Id = t.Column<Guid>(),
            Name = t.Column<string>(),
            Kind = t.Column<string>(),
            Ordinal = t.Column<int>(),
            Weekday = t.Column<string>(),
            FirstMonth = t.Column<DateOnly>(),
            LastMonth = t.Column<DateOnly>(),
            SkippedMonths = t.Column<string>(),
            SkipBankHolidays = t.Column<bool>(),
            SessionTitle = t.Column<string>(nullable: true),
            Place = t.Column<string>(nullable: true),
            JoinUrl = t.Column<string>(nullable: true),
            Capacity = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_series", x => x.Id));

        migrationBuilder.CreateTable("series_slots", t => new
        {
            SeriesId = t.Column<Guid>(),
            Index = t.Column<int>(),
            Starts = t.Column<TimeOnly>(),
            Ends = t.Column<TimeOnly>(),
            Parallel = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_series_slots", x => new { x.SeriesId, x.Index });
            t.ForeignKey("FK_series_slots_series_SeriesId", x => x.SeriesId, "series", "Id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("sessions", t => new
        {
            Id = t.Column<Guid>(),
            Kind = t.Column<string>(),
            Visibility = t.Column<string>(),
            Status = t.Column<string>(),
            Title = t.Column<string>(),
            Description = t.Column<string>(nullable: true),
            Audience = t.Column<string>(nullable: true),
            Prerequisites = t.Column<string>(nullable: true),
            Place = t.Column<string>(nullable: true),
            JoinUrl = t.Column<string>(nullable: true),
            OutsideTrainers = t.Column<string>(nullable: true),
            Tags = t.Column<string>(nullable: true),
            CostCode = t.Column<string>(nullable: true),
            DatesToComplete = t.Column<int>(nullable: true),
            StartsAtUtc = t.Column<DateTime>(),
            EndsAtUtc = t.Column<DateTime>(),
            SeriesId = t.Column<Guid>(nullable: true),
            SeriesDay = t.Column<DateOnly>(nullable: true),
            SeriesSlot = t.Column<int>(nullable: true),
            SeriesParallel = t.Column<int>(nullable: true),
            Capacity = t.Column<int>(),
            Held = t.Column<int>(),
            HeldForAll = t.Column<int>(),
            Waiting = t.Column<int>(),
            LastTicket = t.Column<int>(),
            Version = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_sessions", x => x.Id);
            t.ForeignKey("FK_sessions_series_SeriesId", x => x.SeriesId, "series", "Id", onDelete: ReferentialAction.Restrict);
            t.CheckConstraint("CK_sessions_held", "\"Held\" >= 0 AND \"Held\" <= \"Capacity\" AND \"Waiting\" >= 0 AND \"HeldForAll\" >= 0 AND \"HeldForAll\" <= \"Held\"");
        });
        migrationBuilder.CreateIndex("IX_sessions_StartsAtUtc", "sessions", "StartsAtUtc");
        migrationBuilder.CreateIndex("IX_sessions_SeriesId", "sessions", "SeriesId");

        migrationBuilder.CreateTable("session_dates", t => new
        {
            Id = t.Column<Guid>(),
            SessionId = t.Column<Guid>(),
            StartsAtUtc = t.Column<DateTime>(),
            EndsAtUtc = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_session_dates", x => x.Id);
            t.ForeignKey("FK_session_dates_sessions_SessionId", x => x.SessionId, "sessions", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_session_dates_SessionId", "session_dates", "SessionId");

        migrationBuilder.CreateTable("session_trainers", t => new
        {
            SessionId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_session_trainers", x => new { x.SessionId, x.PersonId });
            t.ForeignKey("FK_session_trainers_sessions_SessionId", x => x.SessionId, "sessions", "Id", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_session_trainers_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_session_trainers_PersonId", "session_trainers", "PersonId");
    }
}
