package dev.tokenport.integration.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An export of a project that gets a token, asks a service with it, and writes and reads what it answered. For one thread. */
final class CmemExport {

    private final Map<String, String> files = new LinkedHashMap<>();

    /**
     * The project.
     *
     * @param server where the authorization server and the service are
     */
    static CmemExport of(String server) {
        return new CmemExport()
                .with("config.xml", "<ProjectConfig resourceUri='urn:orders'><Prefixes/></ProjectConfig>")
                .with("variables.xml", """
                        <Variables>
                          <Variable name="server" isSensitive="false" scope="project"><Value>%s</Value></Variable>
                          <Variable name="orders" isSensitive="false" scope="project"><Value>old</Value>
                            <Template><![CDATA[{{project.server}}/orders]]></Template></Variable>
                          <Variable name="apiKey" isSensitive="true" scope="project"><Value>k3y-g3h31m</Value></Variable>
                        </Variables>
                        """.formatted(server))
                .with("custom/auth.xml", """
                        <CustomTask id="auth" type="cmem_plugin_auth-workflow-auth-OAuth2">
                          <MetaData><Label>OAuth2 Authentication</Label></MetaData>
                          <Param name="oauth_grant_type" xml:space="preserve"><![CDATA[client_credentials]]></Param>
                          <Template name="oauth_token_url"><![CDATA[{{project.server}}/token]]></Template>
                          <Param name="oauth_client_id" value="orders-reader"/>
                          <Param name="oauth_client_secret"><![CDATA[PASSWORD_PARAMETER:fEvl+KKMGOJIvkULQsp2GA==]]></Param>
                          <Param name="user_name"/><Param name="password"/>
                        </CustomTask>
                        """)
                .with("custom/rest.xml", """
                        <CustomTask id="rest" type="eccencaRestOperator">
                          <MetaData><Label>Get orders</Label></MetaData>
                          <Template name="url">{{ project.orders }}</Template>
                          <Param name="method">GET</Param><Param name="accept">application/json</Param>
                          <Param name="httpHeaders">X-Text: {{ no }} ${env:HOME}</Param>
                          <Param name="authorizationHeader">X-Api-Key</Param>
                          <Template name="authorizationHeaderValue">{{project.apiKey}}</Template>
                          <Param name="outputResultAsFile">true</Param><Param name="pagingMethod">none</Param>
                        </CustomTask>
                        """)
                .with("dataset/orders.xml", """
                        <Dataset id="orders" type="json" uriProperty="" readOnly="false">
                          <Param name="file">out/orders.json</Param><Param name="template">{{output}}</Param>
                        </Dataset>
                        """)
                .with("dataset/copy.xml", """
                        <Dataset id="copy" type="csv"><Param name="file" value="copy.csv"/><Param name="separator" value=";"/></Dataset>
                        """)
                .with("workflow/sync.xml", """
                        <Workflow id="sync"><MetaData><Label>Sync</Label></MetaData>
                          <Operator posX="1" posY="1" task="auth" inputs="" outputs="rest.1" id="auth"/>
                          <Operator posX="2" posY="1" task="rest" inputs="" outputs="orders" id="rest.1" configInputs="auth"/>
                          <Dataset posX="3" posY="1" task="orders" inputs="rest.1" outputs="" id="orders"/>
                          <Dataset posX="1" posY="2" task="orders" inputs="" outputs="copy" id="orders again"/>
                          <Dataset posX="2" posY="2" task="copy" inputs="orders again" id="copy"/>
                        </Workflow>
                        """)
                .with("resources/readme.txt", "here");
    }

    CmemExport with(String path, String text) {
        files.put(path, text);
        return this;
    }

    void zip(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("orders/" + entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
