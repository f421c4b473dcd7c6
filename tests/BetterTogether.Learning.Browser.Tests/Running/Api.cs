namespace BetterTogether.Learning.Browser.Tests.Running;

/// <summary>The product's API, with the cookies of a browser or of its own.</summary>
internal sealed class Api(IAPIRequestContext requests)
{
    public async Task SignInAsync(string email)
    {
        var form = requests.CreateFormData();
        form.Set("email", email);
        var answer = await requests.PostAsync("/dev/sign-in", new() { Form = form });
        Assert.True(answer.Status == 204, $"Signing in as {email} was answered {answer.Status}");
    }

    public async Task<JsonElement> GetAsync(string path) => await ReadAsync(path, await requests.GetAsync(path));

    public async Task<JsonElement> PostAsync(string path, object body) => await ReadAsync(path, await requests.PostAsync(path, new() { DataObject = body }));

    private static async Task<JsonElement> ReadAsync(string path, IAPIResponse answer)
    {
        Assert.True(answer.Ok, $"{path} was answered {answer.Status}: {await answer.TextAsync()}");
        return (await answer.JsonAsync())!.Value;
    }
}
