using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261124134200_DevelopmentPlan")]
public sealed class DevelopmentPlan : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("objectives", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Year = t.Column<int>(),
            Kind = t.Column<string>(),
            Title = t.Column<string>(),
            Why = t.Column<string>(nullable: true),
            Measure = t.Column<string>(nullable: true),
            TargetDate = t.Column<DateOnly>(nullable: true),
            Status = t.Column<string>(),
            CarriedFromId = t.Column<Guid>(nullable: true),
            CarriedAtUtc = t.Column<DateTime>(nullable: true),
            SetAtUtc = t.Column<DateTime>(),
            Entries = t.Column<int>(),
            Version = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_objectives", x => x.Id);
            t.ForeignKey("FK_objectives_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Restrict);
            t.ForeignKey("FK_objectives_objectives_CarriedFromId", x => x.CarriedFromId, "objectives", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_objectives_person", "objectives", ["PersonId", "Year"]);
        // An objective goes on in one other at most, whatever two presses believe.
        migrationBuilder.CreateIndex("IX_objectives_carried", "objectives", "CarriedFromId", unique: true);
        migrationBuilder.CreateIndex("IX_objectives_help", "objectives", "PersonId", filter: Features.DevelopmentPlan.ObjectiveMapping.HelpOnly);

        migrationBuilder.CreateTable("objective_entries", t => new
        {
            ObjectiveId = t.Column<Guid>(),
            Number = t.Column<int>(),
            Kind = t.Column<string>(),
            Status = t.Column<string>(),
            Text = t.Column<string>(),
            Url = t.Column<string>(nullable: true),
            On = t.Column<DateOnly>(),
            SourceId = t.Column<Guid>(nullable: true),
            ById = t.Column<Guid>(),
            AtUtc = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_objective_entries", x => new { x.ObjectiveId, x.Number });
            t.ForeignKey("FK_objective_entries_objectives_ObjectiveId", x => x.ObjectiveId, "objectives", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_objective_entries_source", "objective_entries", ["ObjectiveId", "SourceId"], unique: true);

        migrationBuilder.CreateTable("objective_bookings", t => new
        {
            ObjectiveId = t.Column<Guid>(),
            BookingId = t.Column<Guid>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_objective_bookings", x => new { x.ObjectiveId, x.BookingId });
            t.ForeignKey("FK_objective_bookings_objectives_ObjectiveId", x => x.ObjectiveId, "objectives", "Id", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_objective_bookings_bookings_BookingId", x => x.BookingId, "bookings", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_objective_bookings_BookingId", "objective_bookings", "BookingId");

        migrationBuilder.CreateTable("nothing_to_write", t => new
        {
            PersonId = t.Column<Guid>(),
            Year = t.Column<int>(),
            Kind = t.Column<string>(),
            AtUtc = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_nothing_to_write", x => new { x.PersonId, x.Year, x.Kind });
            t.ForeignKey("FK_nothing_to_write_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("nudges", t => new
        {
            PersonId = t.Column<Guid>(),
            Kind = t.Column<string>(),
            DueOn = t.Column<DateOnly>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_nudges", x => new { x.PersonId, x.Kind, x.DueOn });
            t.ForeignKey("FK_nudges_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Cascade);
        });
    }
}
