using System.Text.RegularExpressions;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Access;

/// <summary>The ten, and the things of one call: each is made when an address first names it.</summary>
internal sealed partial class World(TestApp app, IReadOnlyDictionary<Who, Person> people)
{
    private readonly Dictionary<string, string> made = [];

    public static async Task<IReadOnlyDictionary<Who, Person>> PeopleAsync(TestApp app)
    {
        var people = new Dictionary<Who, Person>();
        foreach (var (who, roles) in new[]
        {
            (Who.Manager, Roles.None), (Who.OtherManager, Roles.None), (Who.Owner, Roles.None), (Who.Other, Roles.None), (Who.Trainer, Roles.None),
            (Who.Facilitator, Roles.Facilitator), (Who.OtherFacilitator, Roles.Facilitator), (Who.Desk, Roles.LearningDesk), (Who.Administrator, Roles.Administrator),
        })
        {
            var manager = who switch { Who.Owner => people[Who.Manager], Who.Other => people[Who.OtherManager], _ => null };
            people[who] = await app.HasPerson($"{who}@demo.example".ToLowerInvariant(), roles, manager);
        }
        return people;
    }

    public TestApp App => app;

    /// <summary>Everybody but <see cref="Who.Nobody"/>.</summary>
    public Person this[Who who] => people[who];

    /// <summary>From now on this stands for the name.</summary>
    public void Is(string name, object thing) => made[name] = $"{thing}";

    public Task HasAsync(params object[] things) => app.Has(things);

    /// <summary>A thing of the table, as it goes into an address.</summary>
    public async Task<string> ThingAsync(string name)
    {
        if (!made.TryGetValue(name, out var thing))
        {
            Assert.True(AllAccess.Things.ContainsKey(name), $"{{{name}}} is made by nobody: add it to the Things of an IAccess");
            made[name] = thing = await AllAccess.Things[name](this);
        }
        return thing;
    }

    public async Task<string> FillAsync(string text)
    {
        foreach (var name in Braces().Matches(text).Select(m => m.Value).Distinct().ToList()) { text = text.Replace(name, await ThingAsync(name[1..^1]), StringComparison.Ordinal); }
        return text;
    }

    [GeneratedRegex(@"\{[a-z][a-z-]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();
}
