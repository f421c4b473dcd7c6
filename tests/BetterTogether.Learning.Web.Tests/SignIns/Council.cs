using System.Text.RegularExpressions;
using BetterTogether.Learning.Web.Features.Mail.Dev;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.SignIns;

/// <summary>What these tests say in a word: a product with the council's settings, and somebody who reads their mail.</summary>
internal static partial class Council
{
    public const string Stranger = "stranger@elsewhere.example";
    public const string Newcomer = "jo.bloggs@council.example";
    public const string FirstAdministrator = "chief@elsewhere.example";

    public static Task<TestApp> StartAsync(string environment = "Development", bool development = true, CookieSpy? spy = null, Action<IServiceCollection>? replace = null) => TestApp.StartAsync(new TestAppOptions
    {
        Environment = environment,
        Settings = new()
        {
            ["SignIn:Development"] = development ? "true" : "false",
            ["SignIn:AllowedDomains"] = "other.example, council.example",
            ["SignIn:Administrator"] = FirstAdministrator,
        },
        Replace = services =>
        {
            if (spy is not null) { services.AddSingleton<IStartupFilter>(spy); }
            replace?.Invoke(services);
        },
    });

    public static async Task<Page> AskForCodeAsync(this Visitor visitor, string email, string from = Links.SignIn) =>
        await (await visitor.GetPageAsync(from)).SubmitAsync("Send me a code", ("Email", email));

    public static Task<Page> EnterAsync(this Page page, string code) => page.SubmitAsync("Sign in", ("Code", code));

    /// <summary>The codes in the newest mails to an address, once there are this many.</summary>
    public static async Task<IReadOnlyList<string>> CodesAsync(this TestApp app, string email, int count = 1)
    {
        using var patience = new CancellationTokenSource(Eventually.Patience);
        while (true)
        {
            var codes = app.CodesNow(email);
            if (codes.Count >= count) { return codes; }
            await Task.Delay(20, patience.Token);
        }
    }

    public static async Task<string> CodeAsync(this TestApp app, string email) => Assert.Single(await app.CodesAsync(email));

    public static IReadOnlyList<string> CodesNow(this TestApp app, string email)
    {
        var mail = Path.Combine(app.Folder, "mail");
        if (!Directory.Exists(mail)) { return []; }
        return [.. Directory.GetFiles(mail, "*.eml").Select(file => DevMail.Read(file, File.ReadAllText(file)))
            .Where(m => m.Header("To").Contains(email, StringComparison.Ordinal))
            .Select(m => SixDigits().Match(m.Header("Subject")).Value)];
    }

    /// <summary>A code that is certainly another one.</summary>
    public static string NotQuite(string code) => (code[0] == '9' ? '0' : (char)(code[0] + 1)) + code[1..];

    [GeneratedRegex("[0-9]{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();
}
