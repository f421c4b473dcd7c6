using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.Cpd;

public sealed class CpdMapping : IEntityTypeConfiguration<CpdEntry>, IEntityTypeConfiguration<CpdChoice>, IEntityTypeConfiguration<CpdSetAside>
{
    public void Configure(EntityTypeBuilder<CpdEntry> builder)
    {
        builder.ToTable("cpd_entries").HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Ignore(e => e.Details).Ignore(e => e.HeadingKeys);
        builder.HasIndex(e => new { e.PersonId, e.On }, "IX_cpd_entries_person");
        builder.HasIndex(e => new { e.PersonId, e.SourceKey }, "IX_cpd_entries_source").IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CpdSetAside> builder)
    {
        builder.ToTable("cpd_set_aside").HasKey(s => new { s.PersonId, s.FromId, s.Number });
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CpdChoice> builder)
    {
        builder.ToTable("cpd_choices").HasKey(c => c.PersonId);
        builder.Property(c => c.PersonId).ValueGeneratedNever();
        builder.HasOne<Person>().WithOne().HasForeignKey<CpdChoice>(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
