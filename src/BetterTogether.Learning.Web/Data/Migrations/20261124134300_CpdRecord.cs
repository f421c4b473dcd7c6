using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261124134300_CpdRecord")]
public sealed class CpdRecord : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cpd_entries", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Kind = t.Column<string>(),
            Title = t.Column<string>(),
            On = t.Column<DateOnly>(),
            Learnt = t.Column<string>(nullable: true),
            Impact = t.Column<string>(nullable: true),
            PeerReflection = t.Column<string>(nullable: true),
            Headings = t.Column<string>(),
            Tags = t.Column<string>(nullable: true),
            SourceKey = t.Column<string>(nullable: true),
            Status = t.Column<string>(),
            CopiedOn = t.Column<DateOnly>(nullable: true),
            Version = t.Column<int>(),
            AddedAtUtc = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_cpd_entries", x => x.Id);
            t.ForeignKey("FK_cpd_entries_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_cpd_entries_person", "cpd_entries", ["PersonId", "On"]);
        // What was offered is added once, whatever two presses believe.
        migrationBuilder.CreateIndex("IX_cpd_entries_source", "cpd_entries", ["PersonId", "SourceKey"], unique: true);

        migrationBuilder.CreateTable("cpd_choices", t => new
        {
            PersonId = t.Column<Guid>(),
            Checklist = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_cpd_choices", x => x.PersonId);
            t.ForeignKey("FK_cpd_choices_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Cascade);
        });
    }
}
