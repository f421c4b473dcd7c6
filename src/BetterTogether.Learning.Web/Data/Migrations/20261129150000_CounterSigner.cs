using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BetterTogether.Learning.Web.Data.Migrations;

[DbContext(typeof(LearningDb)), Migration("20261129150000_CounterSigner")]
public sealed class CounterSigner : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("CounterSignedAtUtc", "reviews", nullable: true);
        migrationBuilder.AddColumn<Guid>("CounterSignedById", "reviews", nullable: true);
    }
}
