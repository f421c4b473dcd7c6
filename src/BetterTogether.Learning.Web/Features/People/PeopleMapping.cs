using BetterTogether.Learning.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BetterTogether.Learning.Web.Features.People;

public sealed class PeopleMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<SignInCode>, IEntityTypeConfiguration<SignIn>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people").HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.Details);
        builder.HasIndex(p => p.Email).IsUnique();
        builder.HasIndex(p => p.ManagerId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.ManagerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SignInCode> builder)
    {
        builder.ToTable("sign_in_codes").HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.Email, c.SentAtUtc });
    }

    public void Configure(EntityTypeBuilder<SignIn> builder)
    {
        builder.ToTable("sign_ins").HasKey(s => s.KeyHash);
        builder.HasIndex(s => s.PersonId);
        builder.HasIndex(s => s.ExpiresAtUtc);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
