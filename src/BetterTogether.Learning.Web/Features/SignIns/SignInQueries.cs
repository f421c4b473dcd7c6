using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.SignIns;

/// <summary>Signing in without proof: in Development, with the setting, and nowhere else.</summary>
public sealed class SignInQueries(LearningDb db, IHostEnvironment environment, IOptions<SignInOptions> options, TimeProvider clock)
{
    private static readonly string[] DemoPeople = ["desk@demo.example", "admin@demo.example", "manager@demo.example", "facilitator@demo.example", "worker1@demo.example"];

    public bool WithoutProof => IsWithoutProof(environment, options.Value);

    public static bool IsWithoutProof(IHostEnvironment environment, SignInOptions options) => environment.IsDevelopment() && options.Development;

    public async Task<Person?> FindAsync(string? email, CancellationToken cancel)
    {
        if (!WithoutProof) { return null; }
        var address = PersonDetails.TidyEmail(email);
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Email == address, cancel);
        return person?.IsHere(clock.GetUtcNow().UtcDateTime) == true ? person : null;
    }

    public async Task<IReadOnlyList<Person>> DemoPeopleAsync(CancellationToken cancel) => WithoutProof
        ? await db.People.AsNoTracking().Where(p => p.Active && DemoPeople.Contains(p.Email)).OrderBy(p => p.Email).ToListAsync(cancel)
        : [];
}
