using System.Reflection;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// Where templates are read: the folder that desk staff edit, and the copy built into the assembly.
/// </summary>
public sealed class TemplateFiles(string folder)
{
    private const string Name = "email-templates";

    private static readonly Assembly Home = typeof(TemplateFiles).Assembly;

    public const string Layout = "_layout.html";

    public static IReadOnlyList<string> BuiltIn { get; } =
        [.. Home.GetManifestResourceNames().Where(name => name.StartsWith(Name + "/", StringComparison.Ordinal)).Select(name => name[(Name.Length + 1)..])];

    /// <summary>The setting; else the nearest folder of that name above the content root; else the one beside the binary.</summary>
    public static TemplateFiles For(IConfiguration settings, string contentRoot)
    {
        for (var at = new DirectoryInfo(contentRoot); settings["Templates:Folder"] is not { Length: > 0 } && at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, Name)))
            {
                return new TemplateFiles(Path.Combine(at.FullName, Name));
            }
        }

        return new TemplateFiles(settings["Templates:Folder"] is { Length: > 0 } set ? Path.GetFullPath(set, contentRoot) : Path.Combine(AppContext.BaseDirectory, Name));
    }

    public string Folder => folder;

    /// <returns>The year 1601 where there is no such file.</returns>
    public DateTime ChangedAtUtc(string file) => File.GetLastWriteTimeUtc(Path.Combine(folder, file));

    /// <exception cref="IOException">There is no such file, or it cannot be read now.</exception>
    public string Read(string file) => File.ReadAllText(Path.Combine(folder, file));

    public static string ReadBuiltIn(string file)
    {
        using var stream = Home.GetManifestResourceStream($"{Name}/{file}")
            ?? throw new InvalidOperationException($"No mail template {file} was built in");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
