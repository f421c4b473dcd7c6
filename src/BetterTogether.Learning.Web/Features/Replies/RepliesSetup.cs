namespace BetterTogether.Learning.Web.Features.Replies;

public static class RepliesSetup
{
    public static WebApplicationBuilder AddReplies(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ReplyOptions>().Bind(builder.Configuration.GetSection("Replies"))
            .Validate(replies => replies.MaxBytes > 0, "Replies__MaxBytes is how large an answer may be: 1 or more").ValidateOnStart();
        services.AddSingleton<ReplyService>().AddHostedService<ReplyFolder>();
#if !FULL_FEED
        if (builder.Configuration["Replies:Imap:Host"] is { Length: > 0 }) { throw new InvalidOperationException("Replies__Imap needs the build with -p:FullFeed=true; use the reply folder or the endpoint instead"); }
#endif
        return builder;
    }

    public static RouteGroupBuilder MapReplies(this RouteGroupBuilder api)
    {
        ReplyApi.Map(api);
        return api;
    }
}
