using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261129144500_CpdSetAside")]
public sealed class CpdSetAside : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable("cpd_set_aside", t => new
    {
        PersonId = t.Column<Guid>(),
        FromId = t.Column<Guid>(),
        Number = t.Column<int>(),
    }, constraints: t =>
    {
        t.PrimaryKey("PK_cpd_set_aside", x => new { x.PersonId, x.FromId, x.Number });
        t.ForeignKey("FK_cpd_set_aside_people_PersonId", x => x.PersonId, "people", "Id", onDelete: ReferentialAction.Cascade);
    });
}
