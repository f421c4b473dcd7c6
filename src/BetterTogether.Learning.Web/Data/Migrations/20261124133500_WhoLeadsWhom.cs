using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261124133500_WhoLeadsWhom")]
public sealed class WhoLeadsWhom : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("delegations", t => new
        {
            Id = t.Column<Guid>(),
            ManagerId = t.Column<Guid>(),
            DelegateId = t.Column<Guid>(),
            From = t.Column<DateOnly>(),
            Until = t.Column<DateOnly>(),
            EndedAtUtc = t.Column<DateTime>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_delegations", x => x.Id);
            t.ForeignKey("FK_delegations_people_DelegateId", x => x.DelegateId, "people", "Id", onDelete: ReferentialAction.Restrict);
            t.ForeignKey("FK_delegations_people_ManagerId", x => x.ManagerId, "people", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_delegations_delegate", "delegations", "DelegateId");
        migrationBuilder.CreateIndex("IX_delegations_manager", "delegations", "ManagerId");

        migrationBuilder.CreateTable("posts", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Kind = t.Column<string>(),
            Title = t.Column<string>(),
            ManagerId = t.Column<Guid>(),
            From = t.Column<DateOnly>(),
            Until = t.Column<DateOnly>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_posts", x => x.Id);
            t.ForeignKey("FK_posts_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Restrict);
            t.ForeignKey("FK_posts_people_ManagerId", x => x.ManagerId, "people", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_posts_person", "posts", "PersonId");
        migrationBuilder.CreateIndex("IX_posts_manager", "posts", "ManagerId");

        migrationBuilder.CreateTable("away_periods", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            From = t.Column<DateOnly>(),
            Until = t.Column<DateOnly>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_away_periods", x => x.Id);
            t.ForeignKey("FK_away_periods_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_away_periods_person", "away_periods", "PersonId");
    }
}
