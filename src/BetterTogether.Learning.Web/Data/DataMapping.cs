using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Data;

public sealed class DataMapping : IEntityTypeConfiguration<IdempotencyKey>, IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<ProtectionKey>, IEntityTypeConfiguration<WriteMark>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("idempotency_keys").HasKey(k => new { k.PersonId, k.Route, k.Key });
        builder.HasIndex(k => k.AnsweredAtUtc);
    }

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_trail").HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => e.SubjectId);
    }

    public void Configure(EntityTypeBuilder<ProtectionKey> builder) => builder.ToTable("protection_keys").HasKey(k => k.Name);

    public void Configure(EntityTypeBuilder<WriteMark> builder)
    {
        builder.ToTable("write_marks").HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
    }
}
